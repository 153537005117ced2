import { describe, expect, it } from 'vitest'
import { fontFacts } from './font-coverage.js'
import { printFonts, shippedFonts } from './fonts.js'

describe('the shipped fonts', () => {
  const fonts = shippedFonts()

  it('put Noto Sans first', () => {
    expect(fonts.families[0]).toBe('Noto Sans')
    expect(fonts.families).toHaveLength(4)
  })

  it('have the letters of every official EU language, Turkish, Norwegian and Icelandic in the text font', () => {
    const letters =
      'ÄäÖöÜüßÀàÂâÆæÇçÉéÈèÊêËëÎîÏïÔôŒœÙùÛûŸÿÁáÍíÓóÚúÑñÃãÕõÅåØøÐðÝýÞþĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžĹĺĽľŔŕ' +
      'ŐőŰűĂăȘșȚțĐđĢģĶķĻļŅņĒēĪīŪūĖėĮįŲųĊċĠġĦħĞğİıŞşΆάΈέΉήΊίΌόΎύΏώΪϊΫϋΐΰςАаБбВвЖжЩщЪъЬьЮюЯя'
    for (const letter of letters) expect(fonts.familiesFor(letter.codePointAt(0) ?? 0) & 1, letter).toBe(1)
  })

  it('do not have Chinese or Hebrew', () => {
    expect(fonts.familiesFor(0x4f60)).toBe(0)
    expect(fonts.familiesFor(0x5d0)).toBe(0)
  })
})

describe('a file that is no font', () => {
  it('is refused', () => {
    expect(() => fontFacts(new Uint8Array(3))).toThrow(RangeError)
    expect(() => fontFacts(new TextEncoder().encode('ttcf and more bytes'))).toThrow('single')
    expect(() => printFonts([])).toThrow(RangeError)
  })
})
