import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cursor, type NodeAddress, NodeKind } from './cursor.js'
import { elementName } from './element-name.js'
import { parseBytes } from './libxml.js'
import { usePlain } from './plain.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const isPlain = (text: string) => usePlain(utf8(text), () => true) !== undefined

/** All that a cursor tells of a node, and of what is below it. */
function told(cursor: Cursor, at: NodeAddress): unknown {
  const kind = cursor.kind(at)
  if (kind === NodeKind.comment || kind === NodeKind.instruction) return { kind, markup: cursor.markup(at) }
  if (kind !== NodeKind.element) {
    const text = cursor.textOf(at)
    return { kind, text, blank: cursor.isBlank(at), size: cursor.textSize(at) }
  }
  const children: unknown[] = []
  for (let child = cursor.firstChild(at); child !== 0; child = cursor.next(child))
    children.push(told(cursor, child))
  const name = cursor.name(at)
  return {
    kind,
    name,
    isNamed: cursor.isNamed(at, elementName(name)),
    isNamedOther: cursor.isNamed(at, elementName(`${name}x`)),
    line: cursor.line(at),
    hasNamespace: cursor.hasNamespace(at),
    isDecorated: cursor.isDecorated(at),
    attributes: cursor.attributes(at),
    declarations: cursor.declarations(at),
    text: cursor.directText(at),
    children,
  }
}

const all = (cursor: Cursor) => ({
  tree: told(cursor, cursor.root),
  copy: cursor.copy(cursor.root),
  outside: cursor.outside(),
})

/** Whatever is plain must be read by libxml2 without a fault, and as the same tree. Returns whether it was plain. */
function agree(bytes: Uint8Array): boolean {
  const plain = usePlain(bytes, all)
  if (plain !== undefined) expect(plain, new TextDecoder().decode(bytes)).toEqual(parseBytes(bytes, all))
  return plain !== undefined
}

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

describe('a plain document', () => {
  const plain = [
    '<a/>',
    '<a></a>',
    '<a />',
    '<a>x</a >',
    '<a> ]] > " \' \u0085\u00a0\u2028\ufeff\ufffd😀\u{1ffff}\u007f </a>\n \t',
    '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n\t<b>1</b>\r\n<_c.d-1/>\n</a>\r\n',
    "<?xml version='1.0' encoding='UTF-8'?><a/>",
    `<a ${XSI} xsi:noNamespaceSchemaLocation="a.xsd" id="'x' > ö" b=''><b>&amp;&lt;&gt;&quot;&apos;x&amp;</b></a>`,
    `<a  ${XSI}/>`,
    `<a>${'<b>'.repeat(150)}${'</b>'.repeat(150)}</a>`,
    `<a>${'<b>text é</b>\n'.repeat(5000)}</a>`,
    `<a>${'x'.repeat(300_000)}</a>`,
    `<a>${'&amp;'.repeat(2000)}</a>`,
    '<?xml version="1.0"?><a/>',
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?><a/>',
    '<a><!-- --><!--]]> & < é--> x <!-- -->\r\n<!-- \r\n --></a>',
    '<a><![CDATA[ x & < ]] > \r\n &amp; é]]> <b><![CDATA[ ]]></b>x<![CDATA[y]]>z</a>',
    '<a><?b?><?b ?><?c  d e ?> <?c\n\td  e?>x<?b-1.x ]]>&<?></a>',
    '<a>&#65;&#x41;&#x1F600;&#9;&#xA; &#13;<b>&#13;&#32;</b><b>x&#233;y&lt;&#8364;</b></a>',
    `<a ${XSI}><b xsi:type="c" d="é 'x' >" e='"'/><b  f=""></b ><b xsi:nil="true">x</b></a>`,
    '<a><b c="]]>"/>]<b/>]]<b/>&gt;</a>',
  ]
  for (const xml of plain)
    it(`is read as libxml2 reads it: ${xml.slice(0, 60)}`, () => expect(agree(utf8(xml))).toBe(true))
})

describe('not plain, and left to libxml2, is', () => {
  const others: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a mark', '\ufeff<a/>'],
    ['something before the declaration', ' <?xml version="1.0" encoding="UTF-8"?><a/>'],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'],
    ['another version', '<?xml version="1.1" encoding="UTF-8"?><a/>'],
    ['a comment after the root', '<a/><!-- -->'],
    ['a comment before the root', '<!-- --><a/>'],
    ['an instruction before the root', '<?b?><a/>'],
    ['an instruction after the root', '<a/><?b?>'],
    ['a comment with two hyphens', '<a><!-- -- --></a>'],
    ['a comment that ends with three hyphens', '<a><!-- ---></a>'],
    ['a comment that begins with a hyphen', '<a><!----></a>'],
    ['a comment that is not closed', '<a><!-- </a>'],
    ['an empty CDATA section', '<a><![CDATA[]]></a>'],
    ['CDATA sections side by side', '<a><![CDATA[x]]><![CDATA[y]]></a>'],
    ['a CDATA section that is not closed', '<a><![CDATA[x]]</a>'],
    ['a declaration inside', '<a><!ELEMENT b ANY></a>'],
    ['an instruction named xml', '<a><?xml version="1.0"?></a>'],
    ['an instruction named Xml', '<a><?Xml?></a>'],
    ['an instruction named with a colon', '<a><?b:c?></a>'],
    ['an instruction without a name', '<a><? b?></a>'],
    ['an instruction that is not closed', '<a><?b></a>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['a reference to a control character', '<a>&#x1F;</a>'],
    ['a reference to half a character', '<a>&#xD800;</a>'],
    ['a reference to U+FFFF', '<a>&#65535;</a>'],
    ['a reference beyond Unicode', '<a>&#x110000;</a>'],
    ['a reference to nothing', '<a>&#;</a>'],
    ['a reference with a capital X', '<a>&#X41;</a>'],
    ['a reference with many zeros', '<a>&#000000000065;</a>'],
    ['a namespace below the root', '<a><b xmlns="urn:p"/></a>'],
    ['a prefix declared below the root', `<a><b ${XSI}/></a>`],
    ['xsi: below the root, unbound', '<a><b xsi:type="c"/></a>'],
    ['an attribute twice below the root', '<a><b c="" c=""/></a>'],
    ['an attribute without a value', '<a><b c/></a>'],
    ['an attribute without quotes', '<a><b c=d/></a>'],
    ['an attribute not closed', '<a><b c="/></a>'],
    ['something behind the slash', '<a><b / c=""></a>'],
    ['an attribute in an end tag', '<a></a b="">'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a bare ampersand', '<a>x & y</a>'],
    ['an ampersand at the end', '<a>&amp;&amp</a>'],
    ['a carriage return alone', '<a>\r</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['a zero', '<a>\u0000</a>'],
    ['U+FFFE', '<a>\ufffe</a>'],
    ['U+FFFF', '<a>\uffff</a>'],
    ['the end mark of CDATA', '<a>]]></a>'],
    ['a prefix', '<p:a xmlns:p="urn:p"/>'],
    ['a namespace', '<a xmlns="urn:p"/>'],
    ['another prefix', '<a xmlns:q="urn:p"/>'],
    ['xsi: bound to something else', '<a xmlns:xsi="urn:p"/>'],
    ['xsi: unbound', '<a xsi:noNamespaceSchemaLocation="a.xsd"/>'],
    ['xml: attributes', '<a xml:lang="en"/>'],
    ['an attribute twice', '<a b="" b=""/>'],
    ['an attribute with a line end', '<a b="\n"/>'],
    ['an attribute with a tab', '<a b="\t"/>'],
    ['an attribute with an entity', '<a b="&amp;"/>'],
    ['an attribute with <', '<a b="<"/>'],
    ['attributes without a blank', '<a b=""c=""/>'],
    ['a line end in a tag', '<a><b\n/></a>'],
    ['a name beyond ASCII', '<a><ä/></a>'],
    ['a name that begins with a digit', '<a><1/></a>'],
    ['a blank before a name', '<a>< b/></a>'],
    ['mixed-up tags', '<a><b></a></b>'],
    ['an end tag with a longer name', '<a><b></bb></a>'],
    ['an end tag with a shorter name', '<a><bb></b></a>'],
    ['an element not closed', '<a><b>'],
    ['a tag not closed', '<a><b'],
    ['two roots', '<a/><a/>'],
    ['text after the root', '<a/>x'],
    ['an entity after the root', '<a/>&amp;'],
    ['deep nesting', `${'<a>'.repeat(250)}${'</a>'.repeat(250)}`],
    ['very many elements', `<a>${'<b/>'.repeat(40_000)}</a>`],
    ['very many names', `<a>${Array.from({ length: 4000 }, (_, i) => `<b${i}/>`).join('')}</a>`],
    ['a very long text', `<a>${'x'.repeat(1_000_001)}</a>`],
    ['a very long name', `<a><${'x'.repeat(200)}/></a>`],
  ]
  for (const [what, xml] of others) it(what, () => expect(isPlain(xml)).toBe(false))

  it('what is not UTF-8', () => {
    const bad = [[0xe9], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]
    for (const bytes of bad)
      expect(usePlain(Uint8Array.of(0x3c, 0x61, 0x3e, ...bytes, ...utf8('</a>')), () => 0)).toBeUndefined()
  })
})

const name = fc.constantFrom('a', 'b', 'c', 'ab', 'a-b', 'a.1', '_')
const text = fc.oneof(
  fc.constantFrom(
    '<!-- -->',
    '<!--x & <-->',
    '<![CDATA[x<]]>',
    '<![CDATA[ ]]>',
    '<?p?>',
    '<?p  q?>',
    '&#65;',
    '&#xe9;',
    '&#13;',
  ),
  fc.constantFrom('', ' ', '\n', '\r\n', '\t', '&amp;', '&lt;', '&apos;', 'x', 'é', '😀', '>', ']]', '"'),
  fc.string({ unit: 'grapheme' }).map(t => t.replace(/[&<]/g, '')),
)
const inner = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' x="1"',
  " y='é' x='>'",
  ' xsi:type="t"',
  ' xml:lang="en"',
  ' xmlns="urn:x"',
)
const { tree } = fc.letrec<{ tree: string }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    text,
    fc
      .tuple(name, inner, fc.array(tie('tree'), { maxLength: 5 }))
      .map(([n, a, c]) => `<${n}${a}>${c.join('')}</${n}>`),
    name.map(n => `<${n}/>`),
  ),
}))
const attribute = fc.constantFrom(
  '',
  ' x="1"',
  " y='é'",
  ` ${XSI}`,
  ' xsi:noNamespaceSchemaLocation="s"',
  ' ',
)
const start = fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0"?>\n')
const wellFormed = fc
  .tuple(start, fc.array(attribute, { maxLength: 4 }), fc.array(tree, { maxLength: 6 }))
  .map(([s, attributes, c]) => `${s}<r${attributes.join('')}>${c.join('')}</r>\n`)

const piece = fc.oneof(
  fc.constantFrom(
    ...'<a> </a> <b> </b> <a/> < > / = " \' & ; ! ? - [ ] ]]> <!-- --> <![CDATA[ <? ?> &amp; &lt; &#65; &x; xmlns="u"'.split(
      ' ',
    ),
    ' ',
    '\n',
    '\r',
    '\t',
    '\u0000',
    '\u001f',
    '\ufffe',
    '\u{10ffff}',
    'xmlns:xsi=',
    ' xml:id="a"',
  ),
  fc.string({ maxLength: 3, unit: 'binary' }),
)

describe('whatever is plain, libxml2 reads without a fault and as the same tree', () => {
  it('well-formed documents', () => {
    let plain = 0
    fc.assert(
      fc.property(wellFormed, xml => {
        if (agree(utf8(xml))) plain++
      }),
      { numRuns: 2000 },
    )
    expect(plain).toBeGreaterThan(200)
  })

  it('the same with a few pieces put in or taken out', () => {
    let plain = 0
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 3 }), piece)
    fc.assert(
      fc.property(wellFormed, fc.array(edit, { minLength: 1, maxLength: 3 }), (xml, edits) => {
        let changed = xml
        for (const [where, taken, put] of edits) {
          const at = where % (changed.length + 1)
          changed = changed.slice(0, at) + put + changed.slice(at + taken)
        }
        if (agree(utf8(changed))) plain++
      }),
      { numRuns: 6000 },
    )
    expect(plain).toBeGreaterThan(100)
  })

  it('strings of pieces, inside a root', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        pieces => void agree(utf8(`<a>${pieces.join('')}</a>`)),
      ),
      { numRuns: 4000 },
    )
  })

  it('bytes of any kind, which never make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        agree(bytes)
        agree(Uint8Array.of(0x3c, 0x61, 0x3e, ...bytes, 0x3c, 0x2f, 0x61, 0x3e))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('documents opened while another is open', () => {
  it('do not disturb it', () => {
    const read = usePlain(utf8('<a><b>outer</b></a>'), outer => {
      const inner = usePlain(utf8('<c><d>inner</d><e/></c>'), cursor => cursor.element(cursor.root))
      return [inner, outer.name(outer.root), outer.directText(outer.firstChild(outer.root))]
    })
    expect(read?.read.slice(1)).toEqual(['a', 'outer'])
  })

  it('do not use up the names for the documents after them', () => {
    for (let i = 0; i < 20; i++) {
      const names = Array.from({ length: 1000 }, (_, n) => `<n${i}-${n}/>`).join('')
      expect(isPlain(`<a>${names}</a>`)).toBe(true)
    }
    expect(agree(utf8('<a><b>x</b></a>'))).toBe(true)
  })
})
