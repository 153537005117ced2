import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { lockFolder } from './lock.js'

describe('the lock of a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const file = () => join(folder, 'lock')
  const holder = (over: object) =>
    writeFileSync(
      file(),
      JSON.stringify({ token: 't', pid: process.pid, host: hostname(), started: 'x', since: 'y', ...over }),
    )
  const take = () => lockFolder(folder, () => {})

  test('is held once, freed, and taken again', () => {
    const first = take()
    expect(take).toThrow(`in use by process ${process.pid} on ${hostname()}`)
    first.release()
    expect(existsSync(file())).toBe(false)
    take().release()
  })

  test('of a dead process is taken over', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    holder({ pid: dead })
    take().release()
    expect(readdirSync(folder)).toEqual([])
  })

  test.skipIf(!existsSync('/proc/self/stat'))(
    'of a dead process whose number went to another one is taken over',
    () => {
      holder({ started: 'another-boot/1' })
      take().release()
    },
  )

  test('of another machine counts until it has been silent for a minute', () => {
    holder({ host: 'elsewhere' })
    expect(take).toThrow('on elsewhere')
    const past = new Date(Date.now() - 120_000)
    utimesSync(file(), past, past)
    take().release()
  })

  test('that cannot be read is left alone', () => {
    writeFileSync(file(), '{"tok')
    expect(take).toThrow('does not say by whom')
    expect(readFileSync(file(), 'utf8')).toBe('{"tok')
  })

  test('that was taken away stops the holder, and its release leaves the new one', () => {
    vi.useFakeTimers()
    try {
      const lost = vi.fn<() => void>()
      const lock = lockFolder(folder, lost)
      vi.advanceTimersByTime(5_000)
      expect(lost).not.toHaveBeenCalled()
      holder({ token: 'new' })
      vi.advanceTimersByTime(5_000)
      expect(lost).toHaveBeenCalledTimes(1)
      lock.release()
      expect(existsSync(file())).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})
