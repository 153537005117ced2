import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkMir, mir721 } from '@vigie/forms'
import { describe, expect, it } from 'vitest'
import { type Draft, draft, makeReport, toXml } from './mir-samples.js'
import { mutations, statesType } from './mutate.js'
import { Random } from './random.js'
import { exampleFolder, skipped, validateAll } from './xmllint.js'

const MUTANTS = Number(process.env.VIGIE_MUTANTS ?? 3000)
const SEED = Number(process.env.VIGIE_SEED ?? Date.now() % 1_000_000)
const SAMPLES = {
  I: 'Initial',
  F: 'Followup',
  IF: 'Initial+Final',
  FR: 'Final-Reportable',
  FN: 'Final-NonReportable',
}

interface Case {
  readonly what: string
  readonly key: string
  readonly xml: string
  readonly mustBeValid?: true
}

/** Verdict of our check against that of xmllint, many files in a process. Returns the cases without agreement. */
function disagreements(cases: readonly Case[]): { readonly different: string[]; readonly valid: number } {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-mir-'))
  try {
    const different: string[] = []
    let valid = 0
    for (const { key, schemaFile } of mir721.reportTypes) {
      const mine = cases.filter(c => c.key === key)
      const files = mine.map((c, i) => {
        const file = join(folder, `${key}-${i}.xml`)
        writeFileSync(file, c.xml)
        return file
      })
      if (files.length === 0) continue
      const verdicts = validateAll(schemaFile, files)
      mine.forEach((c, i) => {
        const theirs = verdicts.get(files[i] ?? '')
        const ours = checkMir(new TextEncoder().encode(c.xml))
        if (theirs) valid++
        else if (c.mustBeValid)
          different.push(`${c.key}: ${c.what} is not valid: ${JSON.stringify(ours.schemaFindings[0])}`)
        if (ours.schemaValid !== theirs)
          different.push(
            `${c.key}: ${c.what}: xmllint says ${theirs}, we ${ours.schemaValid} ${JSON.stringify(ours.schemaFindings[0] ?? ours.findings[0])}`,
          )
        if (
          (ours.schemaFindings.length === 0) !== ours.schemaValid &&
          !ours.findings.some(f => /^(?:XML|FORM)-/.test(f.code))
        )
          different.push(`${c.key}: ${c.what}: the list of faults does not fit the verdict`)
      })
    }
    return { different, valid }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function parseSample(key: keyof typeof SAMPLES): Draft {
  const xml = readFileSync(new URL(`incident-example-${SAMPLES[key]}.xml`, exampleFolder), 'utf8')
  const stack: Draft[] = []
  let root: Draft | undefined
  for (const [, close, name = '', attributes = '', empty, text = ''] of xml.matchAll(
    /<(\/?)([\w.-]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>([^<]*)/g,
  )) {
    if (close) {
      stack.pop()
      continue
    }
    const element = draft(name, text.trim() === '' ? '' : text)
    for (const [, k = '', v = ''] of attributes.matchAll(/([\w:]+)="([^"]*)"/g)) element.attributes[k] = v
    stack.at(-1)?.children.push(element)
    root ??= element
    if (!empty) stack.push(element)
  }
  if (root === undefined) throw new Error('no root')
  return root
}

function typeFields(root: Draft): Draft[] {
  return root.children
    .filter(c => c.name === 'admin_info')
    .flatMap(admin => admin.children.filter(c => c.name === 'reportType' && c.children.length === 0))
}

const CHANGES = [...mutations, statesType]
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

describe.skipIf(skipped('the comparison with the official MIR 7.2.1 schemas'))(
  `MIR 7.2.1 is accepted and refused as by the official schemas (seed ${SEED})`,
  () => {
    it('the five samples and rich reports made from the table are valid', () => {
      const random = new Random(SEED)
      const cases: Case[] = mir721.reportTypes.flatMap(({ key }) =>
        [0, 0.3, 0.7, 1].map(fill => ({
          key,
          what: `fill ${fill}`,
          xml: HEAD + toXml(makeReport(mir721, key, random, fill)),
          mustBeValid: true as const,
        })),
      )
      for (const key of Object.keys(SAMPLES) as (keyof typeof SAMPLES)[])
        cases.push({ key, what: 'sample', xml: HEAD + toXml(parseSample(key)) })
      const { different, valid } = disagreements(cases)
      expect(different).toEqual([])
      expect(valid).toBe(cases.length)
    })

    it(`no disagreement on ${MUTANTS} mutants`, () => {
      const random = new Random(SEED)
      const cases: Case[] = []
      while (cases.length < MUTANTS) {
        const key = random.pick(Object.keys(SAMPLES)) as keyof typeof SAMPLES
        const root = random.chance(0.3)
          ? parseSample(key)
          : makeReport(mir721, key, random, random.pick([0.2, 0.5, 1]))
        const done: string[] = []
        // Every kind of change comes up equally often; some mutants get two or three.
        const kinds = [CHANGES[cases.length % CHANGES.length]]
        while (random.chance(0.15)) kinds.push(random.pick(CHANGES))
        for (const kind of kinds) if (kind !== undefined) done.push(`${kind[0]} (${kind[1](root, random)})`)
        if (random.chance(0.05)) {
          const type = random.pick(mir721.reportTypes)
          for (const field of typeFields(root)) field.raw = type.value
          done.push(`type ${type.value}`)
        }
        // The schema is that of the type the mutant states; one without a readable type is invalid under all.
        const stated = typeFields(root)[0]?.raw
        const judged = mir721.reportTypes.find(t => t.value === stated)?.key ?? key
        cases.push({ key: judged, what: done.join(', '), xml: HEAD + toXml(root) })
      }
      const { different, valid } = disagreements(cases)
      expect(different).toEqual([])
      // Neither verdict may be rare, or the comparison says little.
      expect(valid).toBeGreaterThan(MUTANTS / 10)
      expect(valid).toBeLessThan((MUTANTS * 9) / 10)
    })
  },
)
