import m from '#messages/settings'
import { Page } from '../../parts/page.js'
import { DisplaySettings } from './display-settings.js'

export default function SettingsPage() {
  return (
    <Page title={m.title}>
      <DisplaySettings />
    </Page>
  )
}
