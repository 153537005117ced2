import type { Finding } from '@vigie/kernel'
import type { MiddlewareHandler } from 'hono'
import type { DeskEnv } from '../env.js'
import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'
import { takesFile } from './file-body.js'

const DEEPEST = 64
const HALF = /\p{Surrogate}/u
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])

/** Reads the body of a change before any route does: declared as JSON, not too deep, every character keepable. */
export function jsonBody(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (WITH_BODY.has(c.req.method) && !takesFile(c)) {
      const text = await c.req.text()
      if (text !== '') {
        const type = c.req.header('content-type') ?? ''
        if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(type)) throw new Problem('not-json')
        const findings = charactersOf(parse(text), text)
        if (findings.length > 0) throw new Problem('invalid-body', { findings })
      }
    }
    await next()
  }
}

function parse(text: string): unknown {
  if (depthOf(text) > DEEPEST) throw new Problem('malformed-json')
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('malformed-json')
  }
}

/** How deep objects and lists lie in one another, read without recursion. */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth)
    else if (token === ']' || token === '}') depth--
  }
  return deepest
}

/** PostgreSQL keeps neither U+0000 nor half a surrogate pair; better a finding than an error of the database. */
function charactersOf(json: unknown, text: string): Finding[] {
  if (!/\\u(0000|d[89a-f])/i.test(text) && !HALF.test(text) && !text.includes('\u0000')) return []
  return bad(json, '')
}

function bad(value: unknown, path: string): Finding[] {
  if (typeof value === 'string') {
    const fault = value.includes('\u0000') ? 'U+0000' : HALF.test(value) ? 'half a character' : undefined
    return fault === undefined ? [] : [deskFindings.make.CHARACTER({ path, place: 'body' }, { fault })]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    return [...bad(key, at), ...bad(inner, at)]
  })
}
