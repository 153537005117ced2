import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { answered, editAnswer, mir721, newReport } from '@vigie/forms'
import { day, sha256Hex } from '@vigie/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PrintJob, printReport } from './print.js'
import { threadPrinter } from './printer.js'

const TSC = fileURLToPath(new URL('../../../../node_modules/.bin/tsc', import.meta.url))
const DESK = fileURLToPath(new URL('../../', import.meta.url))
const printer = threadPrinter(2)
// The thread runs compiled files.
beforeAll(() => void execFileSync(TSC, ['-b', DESK], { stdio: 'inherit' }), 60_000)
afterAll(() => printer.close())

const job = (name: string): PrintJob => ({
  report: editAnswer(mir721, newReport(mir721), 'device_info/brandName', answered(name)),
  schema: 'not-verified',
  blocking: 0,
  on: day('2026-11-25'),
  signatures: [{ name: 'Ada', meaning: 'Approval', time: '10:00' }],
})

it('prints on another thread, the same bytes as here, and changes the thread after some prints', async () => {
  const names = ['one', 'two', 'three', 'four', 'five']
  const printed = await Promise.all(names.map(name => printer.print(job(name))))
  expect(printer.threads()).toBe(3)
  for (const [i, name] of names.entries()) {
    const here = await printReport(job(name))
    const there = printed[i]
    expect(here.ok && there?.ok && sha256Hex(here.pdf) === sha256Hex(there.pdf)).toBe(true)
  }
})

it('a job that fails is told, and the next one is printed', async () => {
  const broken = { ...job('x'), report: { ...job('x').report, version: '1.0' } }
  await expect(printer.print(broken)).rejects.toThrow(/no table of MIR 1\.0/)
  expect(await printer.print(job('y'))).toMatchObject({ ok: true })
})
