import { expect, it } from 'vitest'
import { errorFields, jsonLog } from './log.js'

it('writes one JSON line with the instant', () => {
  const lines: string[] = []
  jsonLog(
    line => lines.push(line),
    () => Date.UTC(2026, 10, 25),
  )({ level: 'info', event: 'start', port: 7373 })
  expect(lines).toEqual(['{"at":"2026-11-25T00:00:00.000Z","level":"info","event":"start","port":7373}\n'])
})

it('says where an error happened, and nothing of its message', () => {
  const error = Object.assign(new Error('Key (email)=(anna@example.org) exists\nsecond line'), {
    code: '23505',
  })
  const fields = errorFields(error)
  expect(fields).toMatchObject({
    error: 'Error',
    errorCode: '23505',
    where: expect.stringContaining('log.test'),
  })
  expect(JSON.stringify(fields)).not.toContain('anna')
})
