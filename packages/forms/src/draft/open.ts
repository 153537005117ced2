/**
 * Fields that a case cannot fill, each with the reason. Together with the mapping this accounts for every field of
 * every version; a test proves it.
 */
export const OPEN_FIELDS: Readonly<Record<string, string>> = {
  'admin_info/contact_info/reporterMfr/reporterOtherText':
    'The official form writes it only where somebody else than the manufacturer submits.',
  'device_info/DevicePlacedMarket':
    'New in 7.3.1. What the field asks is inferred from EUDAMED only; its values are not known.',
  'device_info/DeviceFulfill':
    'New in 7.3.1. What the field asks is inferred from EUDAMED only; its values are not known.',
}
