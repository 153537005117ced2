import m from '#messages/settings'
import { Field } from '../../parts/field.js'
import { type Theme, useDisplay } from '../../settings/display.js'

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Theme[]

export function DisplaySettings() {
  const [display, setDisplay] = useDisplay()
  return (
    <section className="card" aria-labelledby="display">
      <h2 id="display">{m.display.title}</h2>
      <p className="quiet">{m.display.lead}</p>
      <Field path="theme" label={m.display.theme}>
        {field => (
          <select
            {...field}
            value={display.theme}
            onChange={e => setDisplay({ theme: THEMES.find(t => t === e.target.value) ?? 'system' })}
          >
            {THEMES.map(t => (
              <option key={t} value={t}>
                {m.display.themes[t]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="field">
        <label className="check">
          <input
            type="checkbox"
            checked={display.shortcuts}
            aria-describedby="shortcuts-help"
            onChange={e => setDisplay({ shortcuts: e.target.checked })}
          />
          {m.display.shortcuts}
        </label>
        <p id="shortcuts-help" className="help">
          {m.display.shortcutsHelp}
        </p>
      </div>
    </section>
  )
}
