/// How articles look in a browser and on paper.
///
/// Text on its ground has a contrast of 7:1 or more, and nothing is said by colour alone.
enum ArticleStyle {
  static let text = """
    :root { color-scheme: light; }
    body { margin: 0 auto; max-width: 46rem; padding: 1rem; color: #1a1a1a; background: #fff;
      font: 1.0625rem/1.55 Arial, Helvetica, sans-serif; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; break-after: avoid; }
    h1 { font-size: 2rem; margin-top: 1rem; }
    h2 { font-size: 1.5rem; border-top: 2px solid #12436d; padding-top: .6em; }
    h3 { font-size: 1.2rem; }
    h4, h5, h6 { font-size: 1.0625rem; }
    a { color: #12436d; }
    a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #12436d; outline-offset: 2px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { position: static; }
    .notice { border: 2px solid #801650; padding: .5rem .75rem; font-weight: bold; }
    nav { border: 1px solid #767676; padding: .5rem 1rem; }
    nav p { font-weight: bold; margin: .25rem 0; }
    nav ol { margin: .25rem 0; padding-left: 1.5rem; }
    nav a { display: inline-block; padding: .15rem 0; }
    ul { padding-left: 1.4rem; }
    li { margin: .3em 0; }
    dt { font-weight: bold; margin-top: .6em; }
    dd { margin: 0 0 0 1.4rem; }
    figure { margin: 1.5em 0; }
    figcaption, caption { font-weight: bold; text-align: left; padding-bottom: .5em; break-after: avoid; }
    figure > svg { display: block; max-width: 100%; height: auto; }
    .scroll { overflow-x: auto; margin: 1.5em 0; }
    table { border-collapse: collapse; font-size: .9375rem; line-height: 1.35; }
    th, td { border-bottom: 1px solid #767676; padding: .35em .6em .35em 0; text-align: left; vertical-align: top; }
    thead th { border-bottom: 2px solid #1a1a1a; vertical-align: bottom; }
    tbody th { font-weight: normal; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    @media (min-width: 75rem) {
      figure.wide { margin-left: -12rem; margin-right: -12rem; }
    }
    @page { size: A4; margin: 2cm; }
    @page wide { size: A4 landscape; margin: 2cm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      nav, .skip { display: none; }
      .scroll { overflow: visible; }
      table { font-size: 9pt; width: 100%; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      figure { break-inside: avoid; }
      figure > svg { max-height: 22cm; }
      div.wide { page: wide; }
      div.wide > :first-child { margin-top: 0; border-top: none; }
      figure.wide { margin: 0; }
      figure.wide > svg { max-height: 13.5cm; width: 100%; }
    }
    """
}
