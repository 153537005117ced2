import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const CLASSES = [
  'device_info/deviceClass',
  'device_info/deviceClassMDD',
  'device_info/deviceClassIVDD',
  'device_info/deviceClassMDR',
  'device_info/deviceClassIVDR',
] as const

const FLAGS = [
  ['device_info/deviceClassMDRType', 'device_info/deviceClassMDR'],
  ['device_info/deviceClassIVDRType', 'device_info/deviceClassIVDR'],
] as const

export const deviceClass = defineRule({
  id: 'device-class',
  source: 'Section 2.4 of the form: the class when the device was placed on the market, under one law',
  kinds: {
    'NO-CLASS': kind<object>(
      'may-stay-unknown',
      'No risk class is given.',
      () => 'No risk class is given in section 2.4.',
      () => 'Give the class the device had when it was placed on the market, under the law of that time.',
    ),
    'SEVERAL-CLASSES': kind<{ classes: string }>(
      'recommended',
      'Classes under more than one law are given.',
      p => `Section 2.4 gives classes under more than one law: ${p.classes}.`,
      () => 'Keep the one under which this device was placed on the market.',
    ),
    'FLAGS-WITHOUT-CLASS': kind<{ flags: string; class: string }>(
      'recommended',
      'The type of device is ticked under a law, but no class under it is given.',
      p => `${p.flags} is ticked, but ${p.class} is not given.`,
      p => `Give ${p.class}, or take the ticks out.`,
    ),
  },
  check(form, make, add) {
    const given = CLASSES.filter(p => form.text(p) !== undefined)
    if (given.length === 0) add(make['NO-CLASS'](form.at('device_info/deviceClassMDR'), {}))
    if (given.length > 1)
      add(
        make['SEVERAL-CLASSES'](form.at(given[1] ?? CLASSES[0]), {
          classes: given.map(p => form.label(p)).join(', '),
        }),
      )
    for (const [flags, own] of FLAGS) {
      if (!form.has(flags) || form.text(own) !== undefined) continue
      const ticked = form.fieldsIn(flags).some(path => form.raw(path) === 'Yes')
      if (ticked)
        add(
          make['FLAGS-WITHOUT-CLASS'](form.at(flags), {
            flags: form.label(flags),
            class: form.label(own),
          }),
        )
    }
  },
})
