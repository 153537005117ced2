import m from '#messages/facts'
import { Button } from '../../parts/button.js'
import { fieldId } from '../../parts/findings.js'
import { nameOf } from '../names.js'
import { getAt, type Path, pathText } from '../path.js'
import type { Field } from '../shape.js'
import { useEditing } from './edit-context.js'
import { GroupBox } from './group-editor.js'

interface Props {
  readonly field: Field
  readonly fields: readonly Field[]
  readonly path: Path
}

const SINGULAR = /(ies|s)$/
const one = (name: string) => name.replace(SINGULAR, ending => (ending === 'ies' ? 'y' : ''))

/** A list of groups: devices, importers, field actions. */
export function GroupList({ field, fields, path }: Props) {
  const { file, set, error } = useEditing()
  const value = getAt(file, path)
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const name = one(nameOf(field.key))
  const wrong = error(path)
  return (
    <div className="group-list">
      {field.description !== undefined && <p className="help">{field.description}</p>}
      {wrong !== undefined && <p className="field-error">{wrong}</p>}
      {items.map((_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name of its own; its place is its path
        <div key={i} className="group-item">
          <GroupBox name={titleOf(items[i]) ?? m.item(name, i + 1)} fields={fields} path={[...path, i]} />
          {(items.length > 1 || !field.required) && (
            <Button kind="quiet" onClick={() => set([...path, i], undefined)}>
              {m.remove(titleOf(items[i]) ?? m.item(name, i + 1))}
            </Button>
          )}
        </div>
      ))}
      <Button
        id={items.length === 0 ? fieldId(pathText(['file', ...path])) : undefined}
        onClick={() => set([...path, items.length], {})}
      >
        {m.add(name)}
      </Button>
    </div>
  )
}

function titleOf(item: unknown): string | undefined {
  const named = getAt(item, ['name']) ?? getAt(item, ['reference'])
  return typeof named === 'string' && named !== '' ? named : undefined
}
