import { kind } from '@vigie/kernel'
import { defineRule, type MirPath } from './rule.js'

const EARLIER_LATER: readonly (readonly [MirPath, MirPath])[] = [
  ['device_info/ImplantedDateFrom', 'device_info/ImplantedDateTo'],
  ['device_info/ExplantedDateFrom', 'device_info/ExplantedDateTo'],
  ['device_info/ImplantedDateFrom', 'device_info/ExplantedDateTo'],
  ['device_info/deviceMfrDate', 'device_info/deviceExpiryDate'],
  ['device_info/deviceMfrDate', 'device_info/ImplantedDateTo'],
]

export const deviceDates = defineRule({
  id: 'device-dates',
  source: 'Plain logic: made, implanted and taken out in this order, first day before last',
  kinds: {
    'DATE-ORDER': kind<{ first: string; firstDate: string; second: string; secondDate: string }>(
      'blocks',
      'Two dates of the device are in the wrong order.',
      p => `${p.first} (${p.firstDate}) is after ${p.second} (${p.secondDate}).`,
      () => 'Correct the date that is wrong.',
    ),
  },
  check(form, make, add) {
    for (const [first, second] of EARLIER_LATER) {
      const [firstDate, secondDate] = [form.day(first), form.day(second)]
      if (firstDate !== undefined && secondDate !== undefined && firstDate > secondDate)
        add(
          make['DATE-ORDER'](form.at(second), {
            first: form.label(first),
            firstDate,
            second: form.label(second),
            secondDate,
          }),
        )
    }
  },
})
