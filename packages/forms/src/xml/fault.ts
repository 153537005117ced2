import type { Finding } from '@vigie/kernel'
import { lineOf } from './bytes.js'
import { xmlFindings } from './findings.js'
import type { ParseFault } from './libxml.js'

const { make } = xmlFindings

/** What libxml2 could not read, in plain words: cut off, in a wrong encoding, nested too deep, or not well-formed. */
export function faultOf(fault: ParseFault, source: Uint8Array, declared: string): Finding {
  const where = { path: `line ${fault.line}` }
  const { line, column, message } = fault
  if (/entity amplification|entity loop/i.test(message)) return make.DOCTYPE(where, { entities: true })
  if (/Excessive depth/.test(message)) return make['TOO-DEEP'](where, { line, column })
  if (/XML_PARSE_HUGE|Resource limit exceeded|too big found|Name too long|too long$/i.test(message))
    return make['TOO-LONG'](where, { line, column })
  if (/Invalid bytes in character encoding|not proper UTF-8|conversion/i.test(message))
    return make.ENCODING(where, { declared, line, column })
  if (/unsupported encoding|Unsupported encoding/.test(message))
    return make['ENCODING-UNKNOWN'](where, { declared })
  const open = /Premature end of data in tag (\S+)/.exec(message)?.[1]
  if (open !== undefined) return make['CUT-OFF'](where, { line, column, open: `<${open}>` })
  if (line >= lastLine(source) && !endsWithTag(source))
    return make['CUT-OFF'](where, { line, column, open: 'an element' })
  return make.MALFORMED(where, { line, column, says: plain(message) })
}

function lastLine(source: Uint8Array): number {
  let end = source.length
  while (end > 0 && (source[end - 1] ?? 0) <= 32) end--
  return lineOf(source, end)
}

function endsWithTag(source: Uint8Array): boolean {
  let end = source.length
  while (end > 0 && (source[end - 1] ?? 0) <= 32) end--
  return source[end - 1] === 0x3e
}

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [
    /Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)/,
    '<$1> opened in line $2 is closed by </$3>',
  ],
  [/xmlParseEntityRef: no name/, 'an & stands alone; write &amp;amp; instead'],
  [/Entity '([^']+)' not defined/, 'the name &$1; is not defined; write the letter itself'],
  [/Attribute (\S+) redefined/, 'the attribute $1 is there twice'],
  [/Extra content at the end of the document/, 'there is something after the end of the root element'],
  [/invalid Char value (\d+)/, 'the character with number $1 is not allowed in XML'],
  [/Unescaped '<' not allowed/, 'a < stands in an attribute; write &amp;lt; instead'],
  [/StartTag: invalid element name/, 'a < stands alone; write &amp;lt; instead'],
  [/Sequence '\]\]>' not allowed/, 'the text ]]> is not allowed; write ]]&amp;gt; instead'],
  [/Start tag expected/, 'there is no element'],
  [
    /XML declaration allowed only at the start/,
    'the line <?xml …?> must be the very first thing in the file',
  ],
]

/** The message of libxml2 in plain words, or as it is. */
function plain(message: string): string {
  for (const [pattern, words] of PLAIN) {
    if (pattern.test(message))
      return message
        .replace(new RegExp(`^[\\s\\S]*?(?:${pattern.source})[\\s\\S]*$`), words)
        .replaceAll('&amp;', '&')
  }
  return message.replace(/\.$/, '')
}
