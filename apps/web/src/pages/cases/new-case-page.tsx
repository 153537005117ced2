import app from '#messages/app'
import { Page } from '../../parts/page.js'

export default function StubPage() {
  return <Page title={app.nav.board}>{null}</Page>
}
