import { homedir } from 'node:os'
import type { Day } from '@vigie/kernel'
import type { Io, Sink } from './io.js'

/** The real machine: the streams of this process, its environment and its clock. */
export function processIo(): Io {
  endQuietlyWhenNobodyReads(process.stdout)
  endQuietlyWhenNobodyReads(process.stderr)
  return {
    out: sink(process.stdout),
    err: sink(process.stderr),
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true
      },
      chunks: () => process.stdin,
    },
    env: process.env,
    cwd: process.cwd(),
    home: homedir(),
    today: () => localDay(new Date()),
    localTime: () => localTime(new Date()),
  }
}

const two = (n: number) => String(n).padStart(2, '0')

/** The date on the wall calendar of this machine. */
function localDay(now: Date): Day {
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as Day
}

function localTime(now: Date): string {
  return `${localDay(now)}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`
}

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    get isTerminal() {
      return stream.isTTY === true
    },
    get columns() {
      return stream.isTTY === true ? stream.columns : undefined
    },
    write: content =>
      new Promise(done => {
        if (stream.write(content)) done()
        else stream.once('drain', done)
      }),
  }
}

/** `vigie law list | head`: the reader has seen enough. That is no fault. */
function endQuietlyWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
