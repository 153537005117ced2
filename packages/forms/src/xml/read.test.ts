import { describe, expect, it } from 'vitest'
import { useXml } from './read.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap(p => (typeof p === 'string' ? [...utf8(p)] : p)))
const utf16 = (text: string, mark: boolean) => {
  const units = [...(mark ? '\ufeff' : ''), ...text].map(c => c.charCodeAt(0))
  return Uint8Array.from(units.flatMap(u => [u & 255, u >> 8]))
}

function outcome(input: Uint8Array, limits = {}): string {
  const result = useXml(input, cursor => cursor.directText(cursor.root), limits)
  return 'read' in result ? `read: ${result.read}` : `${result.finding.code} at ${result.finding.path}`
}

const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${'bcdefghi'
  .split('')
  .map((c, i) => `<!ENTITY ${c} "${`&${'abcdefgh'[i]};`.repeat(10)}">`)
  .join('')}]><a>&i;</a>`

describe('useXml says what is wrong with', () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', utf8(''), 'XML-EMPTY at line 1'],
    ['white space', utf8(' \n '), 'XML-EMPTY at line 1'],
    ['plain text', utf8('Dear Sir or Madam'), 'XML-NOT-XML at line 1'],
    ['JSON', utf8('{"a":1}'), 'XML-NOT-XML at line 1'],
    ['a PDF', utf8('%PDF-1.7\n...'), 'XML-PDF at line 1'],
    ['a ZIP archive', utf8('PK\u0003\u0004...'), 'XML-ZIP at line 1'],
    ['a web page', utf8('<!DOCTYPE html>\n<html><body>Sign in</body></html>'), 'XML-HTML at line 1'],
    ['a web page in XML', utf8('<?xml version="1.0"?>\n<!-- x -->\n<html/>'), 'XML-HTML at line 1'],
    ['a file cut off between elements', utf8('<a>\n<b>x</b>\n'), 'XML-CUT-OFF at line 3'],
    ['a file cut off in a tag', utf8('<a>\n<b>x</b'), 'XML-CUT-OFF at line 2'],
    ['a file cut off in an attribute', utf8('<a><b c="d'), 'XML-CUT-OFF at line 1'],
    ['mixed-up tags', utf8('<a>\n<b>x</c>\n</a>'), 'XML-MALFORMED at line 2'],
    ['a bare ampersand', utf8('<a>Smith & Sons</a>'), 'XML-MALFORMED at line 1'],
    ['two roots', utf8('<a/>\n<b/>'), 'XML-MALFORMED at line 2'],
    ['the same attribute twice', utf8('<a b="1" b="2"/>'), 'XML-MALFORMED at line 1'],
    ['a control character', utf8('<a>\u0001</a>'), 'XML-MALFORMED at line 1'],
    [
      'Latin letters declared as UTF-8',
      bytes('<?xml version="1.0" encoding="UTF-8"?>\n<a>caf', [0xe9], '</a>'),
      'XML-ENCODING at line 2',
    ],
    [
      'UTF-8 declared as UTF-16',
      utf8('<?xml version="1.0" encoding="UTF-16"?><a/>'),
      'XML-ENCODING at line 1',
    ],
    [
      'an unknown encoding',
      utf8('<?xml version="1.0" encoding="klingon"?><a/>'),
      'XML-ENCODING-UNKNOWN at line 1',
    ],
    ['UTF-16 without mark and declaration', utf16('<a>x</a>', false), 'XML-NO-ENCODING-MARK at line 1'],
    ['an entity bomb', utf8(bomb), 'XML-DOCTYPE at line 1'],
    [
      'an external entity',
      utf8('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>'),
      'XML-DOCTYPE at line 2',
    ],
    [
      'an external DTD',
      utf8('<!-- a --><!DOCTYPE a SYSTEM "http://localhost:9/a.dtd"><a/>'),
      'XML-DOCTYPE at line 1',
    ],
    [
      'a DOCTYPE in UTF-16',
      utf16('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', true),
      'XML-DOCTYPE at line 1',
    ],
    ['deep nesting', utf8('<a>'.repeat(5000)), 'XML-TOO-DEEP at line 1'],
    ['too many tags', utf8(`<a>${'<b/>'.repeat(400_001)}</a>`), 'XML-TOO-MANY-TAGS at line 1'],
  ]
  for (const [what, input, expected] of cases) it(what, () => expect(outcome(input)).toBe(expected))

  it('a file over the limit, without looking into it', () => {
    expect(outcome(new Uint8Array(200 * 1024 * 1024))).toBe('XML-TOO-LARGE at line 1')
    expect(outcome(utf8('<a>12345</a>'), { maxBytes: 10 })).toBe('XML-TOO-LARGE at line 1')
  })

  it('each in plain words, with a way out', () => {
    const said = useXml(utf8('<a>\n<b>Smith & Sons</b></a>'), () => 0)
    expect('finding' in said && said.finding.message).toBe(
      'This is not well-formed XML at line 2, column 11: an & stands alone; write &amp; instead.',
    )
    const cut = useXml(utf8('<a>\n<b>x</b>\n'), () => 0)
    expect('finding' in cut && cut.finding.message).toBe(
      'The file is cut off: it ends at line 3, column 1 while <a> is still open.',
    )
  })
})

describe('useXml reads', () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['UTF-8 with mark', utf8('\ufeff<a>é</a>'), 'read: é'],
    ['UTF-16 with mark', utf16('<a>é</a>', true), 'read: é'],
    [
      'UTF-16 with declaration only',
      utf16('<?xml version="1.0" encoding="UTF-16"?><a>é</a>', false),
      'read: é',
    ],
    ['ISO 8859-1', bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>', [0xe9], '</a>'), 'read: é'],
    ['Windows letters', bytes('<?xml version="1.0" encoding="windows-1252"?><a>', [0x80], '</a>'), 'read: €'],
    ['CDATA, comments and references', utf8('<a>x<![CDATA[<&]]><!-- c -->&#65;&amp;</a>'), 'read: x<&A&'],
  ]
  for (const [what, input, expected] of cases) it(what, () => expect(outcome(input)).toBe(expected))
})
