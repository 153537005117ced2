import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import schemaUrl from '../../../../../docs/case.schema.json?url'
import { isProblem } from '../../api/problem.js'
import { findingAt } from '../../parts/findings.js'
import { zones } from '../../time/format.js'
import { nameOf } from '../names.js'
import { type Path, pathText, setAt } from '../path.js'
import type { Schema } from '../schema.js'
import { type Field, shapeOf } from '../shape.js'
import { EditContext } from './edit-context.js'
import { FieldEditor } from './field-editor.js'
import { GroupBox, GroupFields } from './group-editor.js'

/** The fields of a case file, read from its published schema. */
export function useCaseFields() {
  return useQuery({
    queryKey: ['case-schema'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<readonly Field[]> => {
      const schema: Schema = await (await fetch(schemaUrl)).json()
      const shape = shapeOf(schema)
      return shape.kind === 'group' ? shape.fields : []
    },
  })
}

interface Props {
  readonly file: unknown
  readonly onChange: (file: unknown) => void
  /** The problem of the last attempt to save. */
  readonly problem: unknown
  readonly zone: string
}

/** Gives the editors below it the file, and takes what they change. */
export function EditFacts({
  file,
  onChange,
  problem,
  zone,
  children,
}: Props & { readonly children: ReactNode }) {
  const editing = useMemo(() => {
    const paths = isProblem(problem) ? problem.findings.map(f => f.path) : []
    const textAt = (path: Path) => pathText(['file', ...path])
    return {
      file,
      zone,
      set: (path: Path, to: unknown) => onChange(setAt(file, path, to) ?? {}),
      error: (path: Path) => findingAt(problem, textAt(path)),
      wrongBelow: (path: Path) => paths.some(p => isBelow(p, textAt(path))),
    }
  }, [file, onChange, problem, zone])
  return (
    <EditContext value={editing}>
      <datalist id="zones">
        {zones().map(z => (
          <option key={z} value={z} />
        ))}
      </datalist>
      {children}
    </EditContext>
  )
}

/** All fields of a case file. Built from the schema: nothing is listed by hand. */
export function AllFacts({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <>
      <GroupFields fields={fields.filter(f => !isSection(f))} path={[]} />
      {fields.filter(isSection).map(f => (
        <Section key={f.key} field={f} />
      ))}
    </>
  )
}

const isBelow = (path: string, above: string) =>
  path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`)

const isSection = ({ shape }: Field) =>
  shape.kind === 'group' || shape.kind === 'open' || (shape.kind === 'list' && shape.of.kind === 'group')

/** A list gets a box of its own, so that its items stand together; groups bring theirs. */
function Section({ field }: { readonly field: Field }) {
  if (field.shape.kind !== 'list') return <FieldEditor field={field} path={[field.key]} />
  return (
    <GroupBox name={nameOf(field.key)} fields={[]} path={[field.key]}>
      <FieldEditor field={field} path={[field.key]} />
    </GroupBox>
  )
}
