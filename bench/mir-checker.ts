// Checks the files of a list (JSON) on two threads and prints counts as JSON. Run by mir.ts in a process of its own.
import { Worker } from 'node:worker_threads'
import type { Shared } from './mir-checker-thread.js'

const THREADS = 2
// What a check allocates is short-lived. Small heaps keep the memory down, whatever the number of files.
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 64 }

const counters = new Int32Array(new SharedArrayBuffer(12))
const workerData: Shared = { list: process.argv[2] ?? '', counters }
const script = new URL('mir-checker-thread.js', import.meta.url)
const threads = Array.from(
  { length: THREADS },
  () => new Worker(script, { workerData, resourceLimits: LIMITS }),
)
await Promise.all(
  threads.map(
    thread =>
      new Promise((resolve, reject) => {
        thread.once('exit', resolve)
        thread.once('error', reject)
      }),
  ),
)
const { maxRSS, userCPUTime } = process.resourceUsage()
console.log(
  JSON.stringify({
    valid: counters[1],
    findings: counters[2],
    peakMemory: Math.round(maxRSS / 1024),
    cpu: Math.round(userCPUTime / 1000),
    threads: THREADS,
  }),
)
