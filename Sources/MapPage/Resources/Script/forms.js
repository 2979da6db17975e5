// Search, filters and routes: the forms above the map.

import { choose, filters, go, state } from './address.js';
import { actorLink, byId, el, on } from './elements.js';
import { fillClaims, fillGaps } from './findings.js';
import { closed, closing, groups, partsOf } from './groups.js';
import { actors, areas, claims, families, figures, gapKinds, gaps, links, periods, places, relations, roles, sectors, states, verdicts } from './knowledge.js';
import { clear } from './panel.js';
import { findActors, plain } from './search.js';
import { shown } from './selection.js';
import { choosable, collator, count, dates, distinct, nameIn, say, series, stageName } from './words.js';

function options(id, first, list) {
  byId(id).replaceChildren(...(first === undefined ? [] : [el('option', { value: '' }, first)]), ...list.map(([value, text]) => el('option', { value }, text)));
}

export function prepareForms() {
  options('f-view', say`All that is coded`, figures.map((figure) => [figure.id, figure.heading]));
  options('f-area', say`All areas`, choosable(areas));
  options('f-with', say`No other area`, choosable(areas));
  const inTime = periods.map((period) => [period.id, period.from ? `${period.name} (${dates(period)})` : period.name]);
  options('f-period', say`All the time`, inTime);
  options('f-versus', say`No other period`, inTime);
  for (const id of ['f-period', 'f-versus']) byId(id).parentElement.hidden = !periods.length;
  options('f-steps', say`All`, [1, 2, 3, 4, 5, 6].map((step) => [step, count(step, 'step')]));
  options('f-stage', say`All`, distinct(actors.map((actor) => actor.stage)).map((stage) => [stage, stageName(stage)]));
  options('f-role', say`All`, choosable(roles));
  options('f-sector', say`All`, choosable(sectors));
  options('f-families', say`All`, distinct(relations.map((relation) => relation.family)).map((family) => [family, nameIn(families, family)]));
  const most = Math.max(...links.map((link) => link.statements), 0);
  options('f-least', say`Any number`, [2, 3, 4, 5, 7, 10, 15, 20, 30, 50].filter((least) => least <= most).map((least) => [least, say`${least} or more`]));
  options('f-relation', say`All`, relations.map((relation) => [relation.id, relation.label]));
  options('f-status', say`On the map`, states.map((one) => [one.id, `${one.symbol} ${one.name}`]));
  const inOrder = [...actors].sort((a, b) => collator.compare(a.name, b.name));
  options('r-from', say`Choose an actor`, choosable(inOrder));
  options('r-to', say`Choose an actor`, choosable(inOrder));
  options('g-kind', say`All`, distinct(gaps.map((gap) => gap.kind)).map((kind) => [kind, nameIn(gapKinds, kind)]));
  options('g-area', say`All`, [['-', say`Whole map`], ...areas.map((area, place) => [place, area.name])]);
  options('c-area', say`All`, [['-', say`Whole map`], ...areas.map((area, place) => [place, area.name])]);
  options('g-actor', say`All`, choosable(inOrder.filter((actor) => gaps.some((gap) => gap.actors.includes(places.get(actor.id))))));
  options('c-verdict', say`All`, distinct(claims.map((claim) => claim.verdict)).map((verdict) => [verdict, nameIn(verdicts, verdict)]));
  byId('names').append(...distinct(inOrder.flatMap((actor) => [actor.name, ...actor.aliases])).map((name) => el('option', { value: name })));
  for (const [id, list] of [['gaps', gaps], ['claims', claims]]) byId(id).hidden = document.querySelector(`.skip[href='#${id}']`).hidden = !list.length;

  byId('groups').hidden = !groups.length;
  byId('group-list').append(...groups.map((place) => el('div', {}, el('input', { 'type': 'checkbox', 'id': `f-group-${place}`, 'data-group': place }), el('label', { for: `f-group-${place}` }, `${actors[place].name} (${count(partsOf(place).length, 'actor')})`))));
  for (const [id, some] of [['close-groups', groups], ['open-groups', []]]) on(id, 'click', () => go({ ...state, ...closing(new Set(some)) }));
  on('filters', 'submit', (event) => event.preventDefault());
  on('filters', 'change', (event) => {
    if (event.target.dataset.group) {
      go({ ...state, ...closing(new Set(groups.filter((place) => byId(`f-group-${place}`).checked))) });
      return;
    }
    const next = { ...state };
    for (const key of filters) {
      const field = byId(`f-${key}`);
      next[key] = field.type === 'checkbox' ? (field.checked ? '1' : '') : field.value;
    }
    if (!next.area || (event.target.name === 'versus' && next.versus)) next.with = '';
    if (!next.period || next.with) next.versus = '';
    go(next);
  });
  on('search', 'submit', (event) => {
    event.preventDefault();
    find(byId('query').value.trim());
  });
  on('routes', 'submit', (event) => {
    event.preventDefault();
    const [from, to] = [byId('r-from').value, byId('r-to').value];
    if (from && to) choose({ from, to, arrows: byId('r-arrows').checked ? '1' : '' });
    else byId(from ? 'r-to' : 'r-from').focus();
  });
  on('reset', 'click', () => { byId('query').value = ''; byId('search-answer').replaceChildren(); go({ embed: state.embed }); byId('f-area').focus(); });
  on('clear', 'click', clear);
  for (const id of ['to-panel', 'to-answer']) on(id, 'click', () => byId('panel-heading').focus());
  on('g-kind', 'change', fillGaps);
  for (const id of ['g-area', 'g-actor']) on(id, 'change', fillGaps);
  for (const id of ['c-verdict', 'c-area']) on(id, 'change', fillClaims);
}

/** Finds actors by name or other name. */
function find(text) {
  const answer = byId('search-answer');
  if (!plain(text)) { answer.textContent = say`Type a name.`; return; }
  const { found, others, isNear } = findActors(text);
  const named = (some) => series(some.map((place) => actorLink(place)));
  if (found.length === 1) {
    answer.replaceChildren(...(isNear ? [say`No actor is called “${text}”; this is the nearest name. `] : []), ...(others.length ? [say`Also found: `, ...named(others.slice(0, 8)), '.'] : []));
    choose({ actor: actors[found[0]].id });
  } else answer.replaceChildren(...(found.length ? [isNear ? say`No actor is called “${text}”. Near it: ` : say`${count(found.length, 'actor')} found: `, ...named(found.slice(0, 12)), '.'] : [say`No actor is called “${text}”.`]));
}

/** The filters in words, for who hears or prints the page: they do not see the forms. */
export function filterWords() {
  const applies = (key) => !byId(`f-${key}`).disabled && (!['with', 'versus'].includes(key) || shown.other >= 0);
  const fields = filters.filter((key) => state[key] && applies(key)).map((key) => byId(`f-${key}`));
  const words = fields.map((field) => {
    const [label] = field.labels[0].textContent.split(':');
    return field.type === 'checkbox' ? label : `${label}: ${field.selectedOptions[0].textContent}`;
  });
  if (closed.size) words.push(closed.size === groups.length ? say`all groups closed` : say`closed groups: ${series([...closed].map((place) => actors[place].name)).join('')}`);
  return words.length ? ` (${words.join('; ')})` : '';
}

export function showForms() {
  for (const key of filters) {
    const field = byId(`f-${key}`);
    if (field.type === 'checkbox') field.checked = Boolean(state[key]);
    else field.value = state[key] || '';
  }
  for (const place of groups) byId(`f-group-${place}`).checked = closed.has(place);
  const [other, then, steps] = ['f-with', 'f-versus', 'f-steps'].map(byId);
  other.disabled = !state.area;
  then.disabled = !state.period;
  then.options[0].textContent = state.period ? say`No other period` : say`Choose a period first`;
  for (const option of then.options) option.disabled = option.value !== '' && option.value === state.period;
  steps.disabled = !state.actor;
  other.options[0].textContent = state.area ? say`No other area` : say`Choose an area first`;
  steps.options[0].textContent = state.actor ? say`All` : say`Choose an actor first`;
  for (const option of other.options) option.disabled = option.value !== '' && option.value === state.area;
  if (filters.slice(5).some((key) => state[key])) byId('more').open = true;
  if (state.from || state.to) {
    byId('routing').open = true;
    byId('r-from').value = state.from || '';
    byId('r-to').value = state.to || '';
    byId('r-arrows').checked = Boolean(state.arrows);
  }
}
