// One thread of mir-checker.ts: takes files from the common list until there are none left.
import { readFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { checkMir } from '@vigie/forms/mir'
import { day } from '@vigie/kernel'
import { wholeFile } from './whole-file.js'

const CHUNK = 50

export interface Shared {
  readonly list: string
  /** Next file, valid files, findings. */
  readonly counters: Int32Array
}

const { list, counters }: Shared = workerData
const files: readonly string[] = JSON.parse(readFileSync(list, 'utf8'))
const today = day('2026-11-25')
let [valid, findings] = [0, 0]
for (
  let from = Atomics.add(counters, 0, CHUNK);
  from < files.length;
  from = Atomics.add(counters, 0, CHUNK)
) {
  for (const file of files.slice(from, from + CHUNK)) {
    const result = checkMir(wholeFile(file), { file, today })
    if (result.schemaValid) valid++
    findings += result.findings.length + result.schemaFindings.length
  }
}
Atomics.add(counters, 1, valid)
Atomics.add(counters, 2, findings)
