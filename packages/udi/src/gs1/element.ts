import type { Finding } from '@vigie/kernel'
import { udiFindings } from '../findings.js'
import { isCset82 } from '../modulo-1021.js'
import type { Ai, Component } from './ai-lookup.js'
import { AIS } from './ai-lookup.js'
import { contentRule, isDateRule } from './content-rules.js'

/** One element of a GS1 label: an application identifier and its value. */
export interface Element {
  readonly ai: Ai
  readonly value: string
}

const CHARS: Readonly<
  Record<Component['type'], { readonly allows: (text: string) => boolean; readonly name: string }>
> = {
  N: { allows: text => /^\d*$/.test(text), name: 'digits' },
  X: { allows: isCset82, name: 'letters, digits and the signs of the GS1 character set 82' },
  Y: { allows: text => /^[A-Z0-9#/-]*$/.test(text), name: 'capital letters, digits, # - and /' },
  Z: { allows: text => /^[A-Za-z0-9_-]*={0,2}$/.test(text), name: 'letters, digits, - and _' },
}

for (const ai of AIS.values()) for (const c of ai.components) for (const name of c.checks) contentRule(name)

/** Shortens a value for a sentence. */
export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function lengthFinding({ ai, value }: Element): Finding | undefined {
  const at = { path: `(${ai.ai})` }
  if (value === '') return udiFindings.make.EMPTY(at, { what: ai.name })
  if (value.length >= ai.min && value.length <= ai.max) return undefined
  const expected = ai.min === ai.max ? `exactly ${ai.min}` : `${ai.min} to ${ai.max}`
  return udiFindings.make.LENGTH(at, { what: ai.name, value: shown(value), length: value.length, expected })
}

function componentFinding(ai: Ai, c: Component, part: string, year: number): Finding | undefined {
  const at = { path: `(${ai.ai})` }
  const says = { what: ai.name, value: shown(part) }
  if (part.length < c.min) {
    return udiFindings.make.LENGTH(at, { ...says, length: part.length, expected: `at least ${c.min}` })
  }
  const chars = CHARS[c.type]
  if (!chars.allows(part)) {
    if (c.checks.some(isDateRule)) return udiFindings.make.DATE(at, says)
    return udiFindings.make.CHARSET(at, { ...says, allowed: chars.name })
  }
  for (const name of c.checks) {
    const broken = contentRule(name)(part, year)
    if (!broken) continue
    if (broken.is === 'DATE') return udiFindings.make.DATE(at, says)
    if (broken.is === 'VALUE') return udiFindings.make.VALUE(at, { ...says, rule: broken.rule })
    const found = part.slice(-broken.expected.length)
    return udiFindings.make[broken.is](at, { ...says, found, expected: broken.expected })
  }
  return undefined
}

/** Everything wrong with the value of one element: length, characters, dates, check digits. */
export function elementFindings(element: Element, year: number): Finding[] {
  const length = lengthFinding(element)
  if (length) return [length]
  const found: Finding[] = []
  let at = 0
  for (const c of element.ai.components) {
    const part = element.value.slice(at, at + c.max)
    at += c.max
    if (part === '' && c.optional) break
    const finding = componentFinding(element.ai, c, part, year)
    if (finding) found.push(finding)
  }
  return found
}
