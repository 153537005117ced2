import { useQuery } from '@tanstack/react-query'
import type { CaseDevice, CaseSignal, Device, Obligation, ReportChain, Signal } from '@vigie/desk/shapes'
import { get } from '../../api/client.js'
import { allOf } from '../../api/pages.js'
import { caseKey } from './case-data.js'

/** The chains of reports of a case. */
export function useChains(caseId: string) {
  return useQuery({
    queryKey: [...caseKey(caseId), 'chains'],
    queryFn: async () =>
      (await get<{ items: readonly ReportChain[] }>(`/cases/${caseId}/reports`)).data.items,
  })
}

/** The obligations of a case as the last assessment kept them, superseded ones left out. */
export function useObligations(caseId: string) {
  return useQuery({
    queryKey: [...caseKey(caseId), 'obligations'],
    queryFn: async () => {
      const { data } = await get<{ items: readonly Obligation[] }>(`/cases/${caseId}/obligations`)
      return data.items.filter(o => o.state !== 'superseded')
    },
  })
}

export function useLinkedSignals(caseId: string) {
  return useQuery({
    queryKey: [...caseKey(caseId), 'signals'],
    queryFn: async () => {
      const links = await allOf<CaseSignal>('/case-signals', { caseId, state: 'linked' })
      return Promise.all(links.map(async l => (await get<Signal>(`/signals/${l.signalId}`)).data))
    },
  })
}

export interface LinkedDevice {
  readonly link: CaseDevice
  readonly device: Device
}

export function useLinkedDevices(caseId: string) {
  return useQuery({
    queryKey: [...caseKey(caseId), 'devices'],
    queryFn: async (): Promise<readonly LinkedDevice[]> => {
      const links = await allOf<CaseDevice>('/case-devices', { caseId, state: 'linked' })
      return Promise.all(
        links.map(async link => ({ link, device: (await get<Device>(`/devices/${link.deviceId}`)).data })),
      )
    },
  })
}
