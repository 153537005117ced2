// How long does it take to check 10,000 MIR files, schema and business rules, set against xmllint with the schema alone?
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mir721 } from '@vigie/forms/mir'
import { Random } from '../conformance/random.js'
import { hasXmllint, schemaFolder } from '../conformance/xmllint.js'
import { median, seconds } from './measure.js'
import { makeFile } from './mir-files.js'

const FILES = Number(process.argv[2] ?? 10_000)
const ROUNDS = Number(process.argv[3] ?? 5)
const SEED = 20261125

const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
try {
  const random = new Random(SEED)
  const byType = new Map<string, string[]>(mir721.reportTypes.map(t => [t.schemaFile, []]))
  let bytes = 0
  for (let i = 0; i < FILES; i++) {
    const type = random.pick(mir721.reportTypes)
    const xml = makeFile(type.key, random)
    const file = join(folder, `${i}.xml`)
    writeFileSync(file, xml)
    bytes += Buffer.byteLength(xml)
    byType.get(type.schemaFile)?.push(file)
  }
  const list = join(folder, 'list.json')
  writeFileSync(list, JSON.stringify([...byType.values()].flat()))
  console.log(
    `${FILES} MIR 7.2.1 files, ${(bytes / FILES / 1000).toFixed(1)} kB on average, seed ${SEED}, ${ROUNDS} rounds`,
  )

  const checker = new URL('mir-checker.js', import.meta.url).pathname
  const ours: number[] = []
  const theirs: number[] = []
  let summary = ''
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(
      seconds(() => {
        const run = spawnSync(process.execPath, [checker, list], { encoding: 'utf8' })
        if (run.status !== 0) throw new Error(run.stderr)
        summary = run.stdout
      }),
    )
    if (!hasXmllint) continue
    theirs.push(
      seconds(() => {
        for (const [schema, files] of byType)
          spawnSync(
            'xmllint',
            ['--noout', '--nonet', '--schema', new URL(schema, schemaFolder).pathname, ...files],
            { stdio: 'ignore' },
          )
      }),
    )
  }
  const { valid, findings, peakMemory, threads } = JSON.parse(summary)
  console.log(
    `vigie, schema and business rules, one process, ${threads} threads: median ${(median(ours) * 1000).toFixed(0)} ms, peak memory ${peakMemory} MB, ${valid} valid, ${findings} findings`,
  )
  if (hasXmllint) {
    console.log(
      `xmllint, schema alone, one process a schema: median ${(median(theirs) * 1000).toFixed(0)} ms`,
    )
    console.log(`ratio ${(median(ours) / median(theirs)).toFixed(2)} (goal 1.00 or less)`)
  } else console.log('xmllint is not on this machine: nothing to compare with')
} finally {
  rmSync(folder, { recursive: true })
}
