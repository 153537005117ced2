import type { Report } from './report.js'

/** Something beside the fields that differs: an attribute of the root element, or a piece without a place in the form. */
export interface RestDifference {
  readonly what: string
  /** Absent: not there. */
  readonly before?: string
  readonly after?: string
}

/** What two reports differ in beside their fields, for `diffReports` tells of fields alone. */
export function diffRest(before: Report, after: Report): readonly RestDifference[] {
  return [...attributes(before, after), ...unplaced(before, after)]
}

function attributes(before: Report, after: Report): readonly RestDifference[] {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])
  return [...names].flatMap(name => {
    const [was, is] = [before.attributes[name], after.attributes[name]]
    return was === is ? [] : [difference(`attribute ${name}`, was, is)]
  })
}

/** Pieces that only one of the two has; where they stand does not count. */
function unplaced(before: Report, after: Report): readonly RestDifference[] {
  const left = after.unplaced.map(u => u.xml)
  const gone = before.unplaced.filter(u => {
    const at = left.indexOf(u.xml)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const what = 'piece without a place in the form'
  return [
    ...gone.map(u => difference(what, u.xml, undefined)),
    ...left.map(xml => difference(what, undefined, xml)),
  ]
}

function difference(what: string, before: string | undefined, after: string | undefined): RestDifference {
  return { what, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}
