"""An independent audit of disclosure control: it reads public outputs as an outsider does, and shares no code with the control."""
