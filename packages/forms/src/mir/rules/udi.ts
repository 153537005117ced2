import { checkBasicUdiDi, checkUdiDi } from '@vigie/udi'
import { leavesHolding } from '../../table/index-of.js'
import { defineRule } from './rule.js'

const identifiers = leavesHolding('udi-di', 'basic-udi-di')

/**
 * The findings themselves are those of the identifiers (`UDI-…`), shown as recommendations: the form takes any text,
 * and what the maker wrote may be the only thing known.
 */
export const udi = defineRule({
  id: 'udi',
  source: 'MDR Annex VI Part C; the rules of the issuing entities for UDI-DI and Basic UDI-DI',
  kinds: {},
  check(form, _make, add) {
    for (const { path, row } of identifiers(form.table)) {
      const text = form.raw(path)?.trim()
      if (text === undefined || text === '' || /^unknown$/i.test(text)) continue
      const at = form.at(path)
      const { findings } = row.holds?.is === 'udi-di' ? checkUdiDi(text, at) : checkBasicUdiDi(text, at)
      for (const finding of findings) add({ ...finding, ...at, severity: 'recommended' })
    }
  },
})
