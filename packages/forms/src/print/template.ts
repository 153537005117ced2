/**
 * The layout of a printed report as Typst source. It is fixed text: everything that comes from a report reaches it as
 * JSON in `sys.inputs.document` (shape: `PrintDocument`) and is shown as text, never read as Typst.
 */
export const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.at("document")))

#let ink = luma(10%)
#let soft = luma(32%)
#let hair = 0.4pt + luma(72%)

#set document(
  title: d.meta.title,
  author: d.meta.author,
  keywords: d.meta.keywords,
  date: if d.meta.date == none { none } else { datetime(..d.meta.date) },
)
#set text(font: d.families, fallback: false, size: 9pt, lang: "en", fill: ink)
#set par(leading: 0.62em, spacing: 1.05em, justify: false, linebreaks: "simple")

// Text of the report: its language, its characters, its line ends.
#let unseen(p) = {
  [#metadata("u")<unseen>]
  h(1.5pt)
  highlight(fill: luma(87%), extent: 1pt, text(size: 0.82em, lang: "en", p.u))
  h(1.5pt)
}
#let pieces(ps) = for p in ps {
  if type(p) == str { p.split("\u{E000}").join(h(0.001pt)) } else { unseen(p) }
}
#let said(ps) = text(lang: d.language, pieces(ps))
#let paragraphs(ps) = for p in ps { par(text(lang: d.language, p.map(pieces).join(linebreak()))) }

#let tag(body, stroke: 0.6pt + soft, fill: none) = box(
  stroke: stroke, fill: fill, inset: (x: 3.5pt), outset: (y: 2.1pt), radius: 1.5pt,
  text(size: 8pt, fill: ink, body),
)
#let reason(c) = if c.r != none { h(5pt); said(c.r) }
#let empty-state(c) = {
  if c.s == "not-answered" { tag(stroke: (paint: soft, thickness: 0.6pt, dash: (2pt, 1.6pt)))[Not answered] }
  else if c.s == "unknown" { tag[Unknown]; reason(c) }
  else { tag(fill: luma(88%))[Not applicable]; reason(c) }
}

#let value(v) = {
  said(v.v)
  if v.n != none { h(5pt, weak: true); text(fill: soft, pieces(v.n)) }
}
#let many(c) = {
  if c.columns == 1 {
    list(marker: text(fill: soft)[–], body-indent: 4pt, spacing: 0.66em, ..c.items.map(value))
  } else {
    block(below: 5pt, sticky: true, text(size: 7.5pt, fill: soft)[#c.items.len() values])
    grid(columns: (1fr,) * c.columns, column-gutter: 8pt, row-gutter: 0.62em, ..c.items.map(value))
  }
}
#let codes(c) = enum(
  numbering: n => text(fill: soft, size: 8pt)[#n.],
  body-indent: 5pt, spacing: 0.66em,
  ..c.items.map(v => enum.item(v.i, { strong(said(v.v)); if v.n != none { h(6pt); pieces(v.n) } })),
)
#let single(c) = {
  if c.k == "empty" { empty-state(c) }
  else if c.k == "line" { value(c.v) }
  else if c.k == "text" { paragraphs(c.p) }
  else if c.k == "list" { many(c) }
  else { codes(c) }
}
#let answer(c) = {
  if c.k == "parts" {
    grid(columns: (auto, 1fr), column-gutter: 9pt, row-gutter: 0.7em,
      ..c.parts.map(p => (text(fill: soft, p.l), single(p.c))).flatten())
  } else { single(c) }
}

#let letter(item) = text(fill: soft, item.p + item.mark)
#let caption(body) = text(size: 6.6pt, fill: soft, tracking: 0.04em, body)

// The name of the section again where its table goes on on a new page.
#let goes-on() = context {
  let starts = query(selector(<section>).before(here()))
  if starts.len() > 0 and starts.last().location().page() < here().page() {
    [ · #starts.last().value, continued]
  }
}
#let gap = 3.5mm
#let head(..cells) = table.header(..cells.pos().map(c => table.cell(inset: (left: 0pt, right: gap, y: 2.4pt), caption(c))))
#let rule(y) = if y == 0 { 0.6pt + soft } else { hair }
#let rows(items) = table(
  columns: (16mm, 50mm, 1fr),
  inset: (x, y) => (left: 0pt, right: if x == 2 { 0pt } else { gap }, y: 4pt),
  stroke: (x, y) => (bottom: rule(y)),
  head([Letter], [Question#goes-on()], [Answer]),
  ..items.map(item => {
    let may-break = item.long
    (
      table.cell(breakable: may-break, letter(item)),
      table.cell(breakable: may-break, text(fill: soft, item.l)),
      table.cell(breakable: may-break, answer(item.c)),
    )
  }).flatten(),
)

#let matrix(item) = {
  let n = item.columns.len()
  block(above: 9pt, below: 4pt, sticky: true, par(letter(item)))
  table(
    columns: (1fr,) + (24.5mm,) * n,
    inset: (x, y) => (left: if x == 0 { 0pt } else { 2.5mm }, right: 0pt, y: 4pt),
    align: (x, y) => if x == 0 { left + bottom } else { right + bottom },
    stroke: (x, y) => (bottom: rule(y)),
    table.header(
      caption[Question#goes-on()],
      ..item.columns.map(c => text(size: 8.5pt, weight: "bold", c)),
    ),
    ..item.rows.map(r => (text(fill: soft, r.l), ..r.cells.map(single))).flatten(),
  )
}

#set page(
  paper: "a4",
  margin: (left: 20mm, right: 18mm, top: 28mm, bottom: 23mm),
  background: if d.draft != none {
    rotate(-56deg, text(size: 150pt, weight: "bold", fill: luma(94.5%), tracking: 0.08em)[DRAFT])
  },
  header: {
    set text(size: 8pt)
    grid(
      columns: (1fr, auto), row-gutter: 4pt, align: (left, right),
      strong(d.header.form), strong(said(d.header.reference)),
      text(fill: soft, said(d.header.type)),
      if d.draft != none { strong[DRAFT] },
    )
    v(-2pt)
    line(length: 100%, stroke: 0.6pt + soft)
  },
  footer: context {
    set text(size: 7.5pt, fill: soft)
    if d.unseen and query(<unseen>).any(m => m.location().page() == here().page()) {
      block(below: 6pt)[#highlight(fill: luma(87%), extent: 1pt)[U+…] stands for a character that the fonts of this document do not show, by its Unicode number. The XML file holds the character itself.]
    }
    line(length: 100%, stroke: 0.4pt + soft)
    v(-3pt)
    grid(
      columns: (1fr, auto, 1fr),
      if d.status.strong { text(fill: ink, weight: "bold", d.status.short) } else { d.status.short },
      [SHA-256 #d.hash.slice(0, 16)…],
      align(right)[Page #counter(page).display() of #counter(page).final().first()],
    )
  },
)

#let banner(title, body) = block(
  width: 100%, above: 10pt, below: 10pt, inset: (left: 9pt, right: 8pt, y: 7pt),
  stroke: (left: 3pt + ink, rest: 0.6pt + soft), breakable: false,
  par({ strong(title); h(3pt); [ ]; body }),
)

// First page.
#{
  show title: set text(size: 21pt, weight: "bold")
  show title: set block(above: 0pt, below: 7pt)
  title(d.title)
  block(below: if d.fullTitle == none { 13pt } else { 6pt }, par(text(size: 11pt, fill: soft, said(d.subtitle))))
  if d.fullTitle != none { block(below: 13pt, par(text(fill: soft, d.fullTitle))) }
}
#if d.draft != none { banner([Draft.], d.draft) }
#if d.status.strong { banner([#d.status.short.], d.status.long) }

#block(width: 100%, above: 12pt, below: 9pt, inset: (x: 10pt, y: 9pt), stroke: 0.8pt + ink, breakable: true,
  grid(columns: (56mm, 1fr), column-gutter: 4mm, row-gutter: 8pt,
    ..d.summary.map(s => (
      par(text(fill: soft, s.l)),
      par(text(weight: if s.c.k == "empty" { "regular" } else { "bold" }, single(s.c))),
    )).flatten()
  )
)
#block(below: 6pt, {
  set text(size: 7.5pt, fill: soft)
  set par(spacing: 0.75em)
  par[SHA-256 of the content: #text(fill: ink, d.hash)]
  if not d.status.strong { par(d.status.long) }
  for n in d.notes { par(n) }
})

#if d.signatures.len() > 0 {
  block(above: 9pt, below: 4pt, sticky: true, par(strong[Signed electronically]))
  table(
    columns: (50mm, 36mm, 1fr),
    inset: (x, y) => (left: 0pt, right: if x == 2 { 0pt } else { gap }, y: 4pt),
    stroke: (x, y) => (bottom: rule(y)),
    head([Name], [Meaning], [Time]),
    ..d.signatures.map(s => (
      pieces(s.n), pieces(s.m),
      { pieces(s.t); if s.o != none { linebreak(); text(fill: soft, pieces(s.o)) } },
    )).flatten(),
  )
}

// The form.
#set heading(numbering: none)
#show heading.where(level: 1): set text(size: 13pt)
#show heading.where(level: 2): set text(size: 10.5pt)
#show heading.where(level: 3): set text(size: 9.5pt)
#show heading: set block(above: 0pt, below: 0pt)

#for s in d.sections {
  let note = if s.out > 0 {
    text(size: 7.5pt, fill: soft)[#s.out optional #if s.out == 1 [question] else [questions] not answered]
  }
  block(
    sticky: s.sticky, width: 100%,
    above: (9mm, 7mm, 6mm).at(calc.min(s.depth, 3) - 1),
    below: if s.depth == 1 { 3mm } else { 2mm },
    inset: (top: if s.depth == 1 { 5pt } else { 0pt }),
    stroke: (top: if s.depth == 1 { 1.4pt + ink } else { none }),
    grid(
      columns: (1fr, auto), column-gutter: 6mm, align: (left + bottom, right + bottom),
      [#metadata(s.p)<section>#heading(level: s.depth, [#s.p#h(0.4em) #s.t])],
      par(note),
    ),
  )
  for b in s.blocks {
    if b.k == "rows" { rows(b.items) } else { matrix(b) }
  }
}

#if d.unplaced.len() > 0 {
  block(sticky: true, above: 9mm, below: 3mm, width: 100%, inset: (top: 5pt), stroke: (top: 1.4pt + ink),
    heading(level: 1)[Content without a place in the form])
  block(sticky: true, par[The file that was read holds what follows. The form has no field for it.])
  table(
    columns: (24mm, 50mm, 1fr),
    inset: (x, y) => (left: 0pt, right: if x == 2 { 0pt } else { gap }, y: 4pt),
    stroke: (x, y) => (bottom: rule(y)),
    head([Kind], [Stood in], [Content]),
    ..d.unplaced.map(u => (text(fill: soft, u.kind), said(u.at), paragraphs(u.p))).flatten(),
  )
}
`
