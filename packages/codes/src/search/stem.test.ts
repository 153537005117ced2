import { describe, expect, it } from 'vitest'
import { stem, stems } from './stem.js'

describe('stems', () => {
  it.each([
    'haemorrhage hemorrhage haemorrhages',
    'oedema edema',
    'leak leaks leaking leaked leakage',
    'detach detached detachment',
    'battery batteries',
    'fracture fractured fractures',
    'break broke broken breakage breaks',
    'migrate migrated migration',
    'infect infected infection infections',
    'colour color',
    'labelling labeling label labelled',
    'sterilise sterilize sterilised sterilization',
    'anaesthesia anesthesia',
    'prosthesis prostheses',
    'thrombosis thromboses',
    'fail failed failure',
    'block blocked blockage',
    'tear tore torn',
  ])('are one for: %s', forms => {
    expect(new Set(forms.split(' ').map(stem)).size).toBe(1)
  })

  it.each(['burn burst', 'leak lead', 'pain paint', 'die dizzy', 'on off', 'cut cuff'])(
    'differ for: %s',
    pair => {
      expect(new Set(pair.split(' ').map(stem)).size).toBe(2)
    },
  )

  it('leave out the small words, unless there are no others, and read through accents and apostrophes', () => {
    expect(stems("It won't turn on")).toEqual(['not', 'turn', 'on'])
    expect(stems('of the')).toEqual(['of', 'the'])
    expect(stems('Ménière’s')).toEqual(stems('menieres'))
  })
})
