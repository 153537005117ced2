import type { Role } from '../sign-in/scopes.js'

/** For everybody in the demo. It is printed and well known, so the demo listens on this machine only. */
export const DEMO_PASSWORD = 'demo lantern river'

export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly roles: readonly Role[]
}

export interface DemoRoom {
  readonly name: string
  readonly kind: 'manufacturer' | 'representative'
  readonly people: readonly DemoPerson[]
}

const person = (name: string, at: string, zone: string, ...roles: Role[]): DemoPerson => ({
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@${at}.example`,
  zone,
  roles,
})

/** The manufacturer, with somebody in every role. Its first administrator also administers the installation. */
export const MAKER: DemoRoom = {
  name: 'Nordlicht Infusion GmbH',
  kind: 'manufacturer',
  people: [
    person('Anke Petersen', 'nordlicht', 'Europe/Berlin', 'administrator'),
    person('Tomasz Nowak', 'nordlicht', 'Europe/Berlin', 'responsible-person'),
    person('Miriam Vogt', 'nordlicht', 'Europe/Berlin', 'author'),
    person('Jonas Brandt', 'nordlicht', 'Europe/Berlin', 'reviewer'),
    person('Elif Kaya', 'nordlicht', 'Europe/Berlin', 'reader'),
    person('Pierre Laurent', 'nordlicht', 'Europe/Paris', 'auditor'),
  ],
}

/** The representative of twenty manufacturers. */
export const REPRESENTATIVE: DemoRoom = {
  name: 'Liffey Device Representation Ltd',
  kind: 'representative',
  people: [
    person('Aoife Byrne', 'liffey', 'Europe/Dublin', 'administrator', 'responsible-person'),
    person('Conor Walsh', 'liffey', 'Europe/Dublin', 'author'),
  ],
}

/** The other manufacturers it represents: nobody of them works here, their files are kept by the representative. */
export const REPRESENTED: readonly string[] = [
  'Alder Ortho',
  'Bluefin Imaging',
  'Cedar Stent Works',
  'Delta Dialysis',
  'Ember Laser',
  'Fjord Hearing',
  'Granite Implants',
  'Harbor Ventilation',
  'Iris Optics',
  'Juniper Wound Care',
  'Kestrel Monitoring',
  'Larch Diagnostics',
  'Meridian Catheters',
  'Northgate Robotics',
  'Opal Dental',
  'Prairie Infusion',
  'Quartz Neuro',
  'Redwood Surgical',
  'Summit Sleep',
].map(name => `${name} Inc.`)
