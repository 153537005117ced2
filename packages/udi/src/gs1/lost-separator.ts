import { civil } from '@vigie/kernel'
import { fullYear, readYymmdd } from '../dates.js'
import { aiAt } from './ai-lookup.js'
import type { Element } from './element.js'
import { elementFindings } from './element.js'

/** Elements that follow a lot or serial number on device labels. */
const TAIL = new Set(['01', '10', '11', '13', '15', '16', '17', '21', '30', '240'])
const DATES = new Set(['11', '13', '15', '16', '17'])
/** Elements that prove themselves, by a date that exists or a check digit that agrees. */
const STRONG = new Set([...DATES, '01'])
/** Longest value looked at: above it a splitting would be a guess among too many. */
const LONGEST = 70
const MOST = 5
/** A date further away than this from the reference year is hardly the date of a device. */
const YEARS = 25

/** One other way to read a value of free length: the value cut short, and the elements that follow it. */
export type Split = readonly Element[]

function plausible(element: Element, year: number): boolean {
  if (elementFindings(element, year).length > 0) return false
  if (!DATES.has(element.ai.ai)) return true
  const read = readYymmdd(element.value, yy => fullYear(yy, year))
  return read !== undefined && Math.abs(civil(read.day).year - year) <= YEARS
}

/** All ways to read `text` wholly as elements that may follow, none of them repeated. */
function tails(text: string, used: ReadonlySet<string>, year: number, depth: number): Split[] {
  const ai = aiAt(text, 0)
  if (!ai || depth === 0 || !TAIL.has(ai.ai) || used.has(ai.ai)) return []
  const rest = text.slice(ai.ai.length)
  const now = new Set(used).add(ai.ai)
  const found: Split[] = []
  const ends =
    ai.predefined === undefined
      ? Array.from({ length: Math.min(rest.length, ai.max) }, (_, i) => i + 1)
      : [ai.predefined]
  for (const end of ends) {
    if (end > rest.length) break
    const element = { ai, value: rest.slice(0, end) }
    if (!plausible(element, year)) continue
    if (end === rest.length) found.push([element])
    else for (const more of tails(rest.slice(end), now, year, depth - 1)) found.push([element, ...more])
  }
  return found
}

const signs = (split: Split): number => split.filter(e => STRONG.has(e.ai.ai)).length
const shortest = (split: Split): number =>
  Math.min(...split.filter(e => e.ai.predefined === undefined).map(e => e.value.length))

/**
 * Whether a lot of at least four characters is followed by a serial number of one to three digits, as makers count the
 * pieces of a lot. After `20` the mark of the serial number is rather the rest of the year 2021.
 */
function isShortSerial([lot, serial, more]: Split): boolean {
  if (lot?.ai.ai !== '10' || serial?.ai.ai !== '21' || more !== undefined) return false
  return lot.value.length >= 4 && !lot.value.endsWith('20') && /^\d{1,3}$/.test(serial.value)
}

/** Whether a splitting is likely enough to be shown; without a date or GTIN two free values must both be of some length. */
function worthShowing(split: Split, sure: boolean): boolean {
  if (signs(split) > 0 || sure || isShortSerial(split)) return true
  return split.length === 2 && split[1]?.ai.ai !== '30' && split[1]?.ai.ai !== '240' && shortest(split) >= 4
}

/**
 * Looks for elements hidden in a value of free length, as happens when a scanner or app drops FNC1. Returns the
 * most likely splittings, those with most dates and GTINs first; an empty list means nothing speaks for a lost separator.
 *
 * @param others AIs the label has already, which a hidden element would repeat
 * @param separatorsSeen true when the text has separators elsewhere, so that only a hidden date or GTIN counts as a sign
 */
export function hiddenElements(
  element: Element,
  others: ReadonlySet<string>,
  separatorsSeen: boolean,
  year: number,
): readonly Split[] {
  const { ai, value } = element
  if (!['10', '21', '240', '30'].includes(ai.ai) || value.length > LONGEST) return []
  const tooLong = value.length > ai.max
  const splits: Split[] = []
  for (let cut = 1; cut <= Math.min(ai.max, value.length - 3); cut++) {
    const head = { ai, value: value.slice(0, cut) }
    if (!plausible(head, year)) continue
    for (const tail of tails(value.slice(cut), others, year, 3)) {
      const split = [head, ...tail]
      if (!worthShowing(split, tooLong)) continue
      if (signs(split) === 0 && separatorsSeen && !tooLong) continue
      splits.push(split)
    }
  }
  return splits
    .sort((a, b) => signs(b) - signs(a) || a.length - b.length || shortest(b) - shortest(a))
    .slice(0, MOST)
}
