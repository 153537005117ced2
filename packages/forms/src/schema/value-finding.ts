import type { Finding } from '@vigie/kernel'
import { schemaFindings } from './findings.js'
import type { ValueFault } from './lexical.js'

const { make } = schemaFindings

/** A text in quotation marks, shortened if it is long, so that a sentence stays readable. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text
  return `"${short.replace(/[\n\r\t]+/g, ' ')}"`
}

/** The finding for a text that is not a value of its simple type. */
export function valueFinding(
  where: { readonly path: string; readonly place?: string },
  about: { readonly label: string; readonly element: string },
  fault: ValueFault,
  text: string,
): Finding {
  const said = { ...about, text: quoted(text) }
  switch (fault.is) {
    case 'too-long':
      return make.LENGTH(where, { ...about, length: fault.length, max: fault.max })
    case 'too-short':
      return make['TOO-SHORT'](where, { ...about, length: fault.length, min: fault.min })
    case 'not-listed':
      return make.VALUE(where, { ...said, values: fault.values })
    case 'not-digits':
      return make.DIGITS(where, said)
    case 'not-a-date':
      return make.DATE(where, said)
    case 'not-a-time':
      return make.TIME(where, said)
    case 'not-an-integer':
      return make.INTEGER(where, said)
    case 'not-a-decimal':
      return make.DECIMAL(where, said)
    case 'out-of-range':
      return make.RANGE(where, { ...said, min: fault.min, max: fault.max })
  }
}
