import { readFileSync } from 'node:fs'
import { checkMir, mir721, readMir, writeMir } from '@vigie/forms'
import { describe, expect, it } from 'vitest'
import { makeReport, toXml } from './mir-samples.js'
import { mutations } from './mutate.js'
import { Random } from './random.js'
import { canonical, exampleFolder, skipped } from './xmllint.js'

const SEED = Number(process.env.VIGIE_SEED ?? Date.now() % 1_000_000)
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SAMPLES = ['Initial', 'Followup', 'Initial+Final', 'Final-Reportable', 'Final-NonReportable']

function writtenBack(xml: string): string {
  const { report, findings } = readMir(new TextEncoder().encode(xml))
  if (report === undefined) throw new Error(findings.map(f => f.message).join(' '))
  return writeMir(report)
}

const MARKUP = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g

/**
 * All tags, texts, comments and instructions of a document, in any order, without white space (carriage returns
 * included) around. A comment inside a text may move to the end of it.
 */
function pieces(xml: string): readonly string[] {
  const document = canonical(xml)
  const markup = document.match(MARKUP) ?? []
  const rest = document.replace(MARKUP, '').match(/<[^>]*>|[^<]+/g) ?? []
  return [...markup, ...rest]
    .map(p => p.replace(/^(?:\s|&#xD;)+|(?:\s|&#xD;)+$/g, ''))
    .filter(p => p !== '')
    .sort()
}

describe.skipIf(skipped('the comparison of canonical XML'))(
  `MIR 7.2.1 read and written (seed ${SEED})`,
  () => {
    for (const sample of SAMPLES)
      it(`the sample ${sample} is the same document`, () => {
        const xml = readFileSync(new URL(`incident-example-${sample}.xml`, exampleFolder), 'utf8')
        expect(canonical(writtenBack(xml))).toBe(canonical(xml))
      })

    it('reports with every field are the same document', () => {
      const random = new Random(SEED)
      for (const { key } of mir721.reportTypes)
        for (const fill of [0.3, 1]) {
          const xml = HEAD + toXml(makeReport(mir721, key, random, fill))
          expect(canonical(writtenBack(xml))).toBe(canonical(xml))
        }
    })

    it('nothing is lost of 200 faulty reports', () => {
      const random = new Random(SEED)
      let compared = 0
      while (compared < 200) {
        const { key } = random.pick(mir721.reportTypes)
        const root = makeReport(mir721, key, random, 0.3)
        const done = [random.pick(mutations), random.pick(mutations)].map(
          ([name, change]) => `${name} (${change(root, random)})`,
        )
        const xml = HEAD + toXml(root)
        const { findings } = checkMir(new TextEncoder().encode(xml))
        // What is not well-formed or another form is not read at all; undeclared prefixes have no canonical form.
        if (
          findings.some(f => /^(?:XML|FORM)-/.test(f.code)) ||
          /<(?:p|x):|[ ](?:q|xsi):/.test(xml.slice(300))
        )
          continue
        compared++
        expect(pieces(writtenBack(xml)), done.join(', ')).toEqual(pieces(xml))
      }
    })
  },
)
