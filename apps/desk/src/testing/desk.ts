import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedLaw } from '@vigie/law'
import { type FileStore, folderFiles, type Store } from '@vigie/record'
import { DEFAULTS, type DeskConfig } from '../config.js'
import { createDesk, type Desk } from '../desk.js'
import type { LogEntry } from '../log.js'
import { printerHere } from '../reports/print.js'
import type { Hasher } from '../sign-in/hasher.js'
import { afterUs } from './after-us.js'

/** A server for tests: its clock is set by hand and its log is kept. */
export interface TestDesk {
  readonly app: Desk
  readonly store: Store
  readonly files: FileStore
  /** Where `files` lie. */
  readonly filesFolder: string
  readonly log: LogEntry[]
  readonly config: DeskConfig
  now: number
  /** Sends a request from this machine, with JSON when there is a body. */
  send(method: string, path: string, options?: SendOptions): Promise<Answer>
}

export interface SendOptions {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Network address of the other end. */
  readonly from?: string
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly bytes: Uint8Array
  /** The body read from JSON; tests look at it with matchers. */
  readonly json: Record<string, unknown>
}

export const ORIGIN = 'http://localhost:7373'
/** Cheap in place of argon2id where the hash is not what is tested; counts what it is asked. */
export function quickHasher(): Hasher & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    decoy: 'decoy',
    hash: async password => `plain:${password}`,
    verify: async (stored, password) => {
      asked.push(stored === 'decoy' ? 'decoy' : 'stored')
      return stored === `plain:${password}`
    },
  }
}

const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> | ReadableStream =>
  typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream

let root: string | undefined
/** One folder for the files of all desks of this process; it goes with the process. */
function filesRoot(): string {
  if (root === undefined) {
    root = mkdtempSync(join(tmpdir(), 'vigie-desk-files-'))
    afterUs(root)
  }
  return root
}

export async function testDesk(
  store: Store,
  config: Partial<DeskConfig> = {},
  hasher: Hasher = quickHasher(),
): Promise<TestDesk> {
  const log: LogEntry[] = []
  const folder = mkdtempSync(join(filesRoot(), 'desk-'))
  const files = folderFiles(folder)
  const full = { ...DEFAULTS, origins: [ORIGIN], ...config }
  const desk = { now: Date.UTC(2026, 10, 25, 9), log, store, files, filesFolder: folder, config: full }
  const app = await createDesk({
    store,
    files,
    printer: printerHere,
    clock: () => desk.now,
    random: n => randomBytes(n),
    config: full,
    law: shippedLaw(),
    log: entry => log.push(entry),
    hasher,
  })
  const send = async (method: string, path: string, options: SendOptions = {}): Promise<Answer> => {
    const { token, body, headers, from = '127.0.0.1' } = options
    const response = await app.request(
      `${ORIGIN}${path}`,
      {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { duplex: 'half', body: isRaw(body) ? body : JSON.stringify(body) }),
      },
      { incoming: { socket: { remoteAddress: from } } },
    )
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = Buffer.from(bytes).toString('utf8')
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      text,
      bytes,
      json: isJson ? JSON.parse(text) : {},
    }
  }
  return Object.assign(desk, { app, send })
}
