import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import app from '#messages/app'
import { queryClient } from '../api/query-client.js'
import { Loading } from '../parts/loading.js'
import { Page } from '../parts/page.js'
import { Announcer } from '../parts/toast.js'
import { SessionGate } from '../session/session.js'
import { FaultBoundary } from './fault-boundary.js'
import { PAGES } from './page-table.js'
import { RoomProvider } from './room.js'
import { Shell } from './shell.js'

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Announcer>
        <SessionGate>
          <RoomProvider>
            <Shell>
              <Pages />
            </Shell>
          </RoomProvider>
        </SessionGate>
      </Announcer>
    </QueryClientProvider>
  )
}

function Pages() {
  const [path] = useLocation()
  return (
    <FaultBoundary key={path}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {PAGES.map(({ path: at, page: Here }) => (
            <Route key={at} path={at}>
              <Here />
            </Route>
          ))}
          <Route>
            <Page title={app.notFound}>
              <p>{app.notFoundMend}</p>
              <Link href="/">{app.toBoard}</Link>
            </Page>
          </Route>
        </Switch>
      </Suspense>
    </FaultBoundary>
  )
}
