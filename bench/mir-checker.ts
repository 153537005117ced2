// Checks the files of a list (JSON) on two threads and prints counts as JSON. Run by mir.ts in a process of its own.
import { readFileSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { checkMir } from '@vigie/forms'
import { day } from '@vigie/kernel'

const CHUNK = 50

interface Shared {
  readonly list: string
  /** Next file, valid files, findings. */
  readonly counters: Int32Array
}

function work({ list, counters }: Shared): void {
  const files: readonly string[] = JSON.parse(readFileSync(list, 'utf8'))
  const today = day('2026-11-25')
  for (
    let from = Atomics.add(counters, 0, CHUNK);
    from < files.length;
    from = Atomics.add(counters, 0, CHUNK)
  ) {
    for (const file of files.slice(from, from + CHUNK)) {
      const result = checkMir(readFileSync(file), { file, today })
      if (result.schemaValid) Atomics.add(counters, 1, 1)
      Atomics.add(counters, 2, result.findings.length + result.schemaFindings.length)
    }
  }
}

if (isMainThread) {
  const list = process.argv[2] ?? ''
  const counters = new Int32Array(new SharedArrayBuffer(12))
  const second = new Worker(new URL(import.meta.url), { workerData: { list, counters } satisfies Shared })
  work({ list, counters })
  second.once('exit', () => {
    const peakMemory = Math.round(process.resourceUsage().maxRSS / 1024)
    console.log(JSON.stringify({ valid: counters[1], findings: counters[2], peakMemory, threads: 2 }))
  })
} else work(workerData)
