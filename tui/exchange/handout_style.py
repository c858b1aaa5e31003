"""How a handout looks on a screen, light or dark, and on paper."""

from typing import Final

STYLE: Final = """\
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1c1a; --soft: #5d5a54; --line: #d9d5cb; --bars: #b9b4a8;
  --accent: #8c3b1f; --link: #1f4e8c;
  --confirmed: #1d6b3a; --partly: #7d5200; --disputed: #ab2020;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia,
    "Noto Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --ink: #e4e1da; --soft: #a39f96; --line: #3a3b40; --bars: #5a5b61;
    --accent: #f0a884; --link: #93bdf5;
    --confirmed: #7fcf9b; --partly: #e3b65c; --disputed: #ff948a;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  max-width: 65ch; margin: 0 auto; padding: 3rem 1.25rem 5rem;
  color: var(--ink); font: 1.125rem/1.55 var(--serif);
  overflow-wrap: break-word; font-kerning: normal; hanging-punctuation: first;
}
h1, h2, h3, p, ol, ul, figure, blockquote { margin: 0; padding: 0; }
h1, h2, h3 { text-wrap: balance; break-after: avoid; }
h1 { font-size: 2.25rem; line-height: 1.15; letter-spacing: -0.01em; }
h2 { font-size: 1.5rem; line-height: 1.25; }
h3, nav h2, .bibliography h2 {
  font: 600 0.8rem/1.4 var(--sans); letter-spacing: 0.08em; text-transform: uppercase;
  color: var(--soft);
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
:target { scroll-margin-top: 1rem; }
.text { white-space: pre-line; unicode-bidi: plaintext; text-wrap: pretty; }
h1.text, h2.text { text-wrap: balance; }

.subtitle { margin-top: 0.5rem; font-size: 1.25rem; line-height: 1.35; color: var(--soft); }
.tour { margin-top: 1.5rem; font: 600 1rem/1.4 var(--sans); color: var(--accent); }
.strip { display: block; width: 100%; height: 34px; fill: var(--bars); }
.strip .here { fill: var(--accent); }
.beginning .strip { margin-top: 2rem; }
.years {
  display: flex; justify-content: space-between;
  font: 0.8rem/1.4 var(--sans); color: var(--soft);
}

nav { margin-top: 2.5rem; }
nav ol { margin-top: 0.5rem; padding-left: 2rem; }
nav li { padding: 0.1rem 0; }
nav li::marker, .bibliography li::marker {
  font: 0.85rem var(--sans); color: var(--soft); font-variant-numeric: tabular-nums;
}
nav a { text-decoration: none; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
.day { font: 0.8rem var(--sans); color: var(--soft); white-space: nowrap; }

.slide { margin-top: 3.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.head { break-inside: avoid; break-after: avoid; }
.when { margin-top: 1.25rem; font: 600 0.95rem/1.4 var(--sans); color: var(--accent); }
.number {
  display: inline-block; min-width: 1.6em; margin-right: 0.35em; padding: 0 0.35em;
  border: 1px solid var(--line); border-radius: 0.25em; text-align: center;
  color: var(--soft); font-variant-numeric: tabular-nums;
}
.slide h2 { margin-top: 0.4rem; }
.where { margin-top: 0.3rem; font: 0.95rem/1.4 var(--sans); color: var(--soft); }
.summary { margin-top: 1rem; }
.doubt, .again { margin-top: 0.75rem; font-style: italic; color: var(--soft); }
.again { break-after: avoid; }

.quote {
  margin-top: 1.5rem; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--line);
  break-inside: avoid;
}
blockquote { font-size: 1.15rem; line-height: 1.5; }
figcaption, .by, .note, .held, .sources {
  margin-top: 0.4rem; font: 0.9rem/1.5 var(--sans); color: var(--soft);
}
.note { color: var(--ink); }
.cite { text-decoration: none; font-variant-numeric: tabular-nums; }

.slide h3 { margin-top: 2rem; }
.claims { list-style: none; }
.claims li {
  --mark: var(--soft);
  margin-top: 1.25rem; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--mark);
  break-inside: avoid;
}
.claims .confirmed { --mark: var(--confirmed); }
.claims .partly { --mark: var(--partly); border-inline-start-style: dashed; }
.claims .disputed { --mark: var(--disputed); border-inline-start-style: double; }
.claims .opinion, .claims .unchecked { border-inline-start-style: dotted; }
.verdict { font: 600 0.85rem/1.5 var(--sans); color: var(--mark); break-after: avoid; }
.glyph { display: inline-block; min-width: 1em; }
.sources { margin-top: 1.5rem; break-before: avoid; }

.bibliography { margin-top: 4rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.bibliography ol { margin-top: 0.75rem; padding-left: 2.25rem; }
.bibliography li { padding: 0.25rem 0; font-size: 1rem; line-height: 1.45; break-inside: avoid; }
.bibliography li:target { background: color-mix(in srgb, var(--accent) 12%, transparent); }
.address { font: 0.85rem/1.45 var(--sans); overflow-wrap: anywhere; }
.bibliography .address { display: block; }

@media screen and (max-width: 480px) {
  body { padding: 1.5rem 1rem 3rem; font-size: 1.0625rem; }
  h1 { font-size: 1.75rem; }
  h2 { font-size: 1.3rem; }
}
@media print {
  @page { margin: 18mm 20mm 20mm; @bottom-center { content: counter(page); font: 9pt sans-serif; } }
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #000; --line: #999; --bars: #999; --accent: #000;
    --link: #000; --confirmed: #000; --partly: #000; --disputed: #000;
  }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; orphans: 3; widows: 3; }
  a { text-decoration: none; }
  .slide { margin-top: 2rem; }
  .quote, .claims li { border-inline-start-width: 2px; border-inline-start-color: #777; }
  .claims .disputed { border-inline-start-width: 4px; }
}
"""
