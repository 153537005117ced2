/**
 * The value lists of the MIR 7.2.1 schemas, letter for letter. They belong to the form version:
 * a newer list of countries or classes does not change what a 7.2.1 file may say.
 */

export const REPORT_TYPES = {
  I: 'Initial',
  F: 'Follow up',
  IF: 'Combined initial and final',
  FR: 'Final (Reportable incident)',
  FN: 'Final (Non-reportable incident)',
} as const

export const EVENT_CLASSIFICATIONS = [
  'Serious public health threat',
  'Death',
  'Unanticipated serious deterioration in state of health',
  'All other reportable incidents',
] as const

export const NOMENCLATURES = ['EMDN', 'GMDN', 'UMDNS(ECRI)', 'GIVD/EDMS', 'Other'] as const

export const MARKET_DATE_TYPES = [
  'First declaration of conformity',
  'The device first CE marked',
  'First placed on the market',
  'First put into service',
  'If software, date first made available',
] as const

export const BEFORE_DIRECTIVES = [
  'This device has been placed on the market before the implementation of the MDD/AIMDD/IVDD',
] as const

export const MDD_CLASSES = [
  'active implant',
  'class III',
  'class IIb',
  'class IIa',
  'class I',
  'class Is',
  'class Im',
  'class Ism',
  'custom-made',
] as const

export const IVDD_CLASSES = [
  'IVD Annex II List A',
  'IVD Annex II List B',
  'IVD devices for self-testing',
  'IVD general',
] as const

export const MDR_CLASSES = ['class III', 'class IIb', 'class IIa', 'class I'] as const

export const IVDR_CLASSES = ['class D', 'class C', 'class B', 'class A'] as const

export const DEVICE_LOCATIONS = [
  'Healthcare facility/carer',
  'Patient/user',
  'In transit to manufacturer',
  'Manufacturer',
  'Distributor',
  'Discarded',
  'Remains implanted',
  'Unknown',
  'Other',
] as const

export const OPERATORS = ['Healthcare professional', 'Patient/lay user', 'Other'] as const

export const USAGES = [
  'Initial use',
  'Reuse of a reusable medical device',
  'Reuse of a single use medical device',
  'Re-serviced/refurbished/fully refurbished',
  'Problem noted prior use',
  'Other',
] as const

export const GENDERS = ['Male', 'Female', 'Other', 'Unknown', 'Not applicable'] as const

export const REPORTER_ROLES = ['Healthcare professional', 'Patient', 'Lay user', 'Other'] as const

export const SIMILAR_VARIANTS = ['Model', 'Software', 'Lot/Batch', 'Product platform', 'Other'] as const

export const DENOMINATORS = [
  'Devices placed on the market or put into service',
  'Units distributed within each time period',
  'Number of tests performed',
  'Number of episodes of use (for reusable devices)',
  'Active installed base',
  'Units distributed from the date of declaration of Conformity/CE mark approval to the end date of each time period',
  'Number of devices implanted',
  'Other',
] as const

/** The countries of question 2.5.a: EEA, Switzerland, Turkey and, as when the form was made, the United Kingdom. */
export const DISTRIBUTION_COUNTRIES =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK TR'.split(
    ' ',
  )

export const DISTRIBUTION_ALL = ['All EEA, Switzerland and Turkey'] as const

/** The 249 country codes of the schema (ISO 3166-1 alpha-2). It has GB and GR; it lacks XI, EL, UK and XK. */
export const COUNTRIES = (
  'AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BQ BA BW BV BR IO BN BG BF BI ' +
  'KH CM CA CV KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CW CY CZ DK DJ DM DO EC EG SV GQ ER EE ET FK FO FJ ' +
  'FI FR GF PF TF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT HM VA HN HK HU IS IN ID IR IQ IE IM IL IT JM ' +
  'JP JE JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MO MK MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ' +
  'ME MS MA MZ MM NA NR NP NL NC NZ NI NE NG NU NF MP NO OM PK PW PS PA PG PY PE PH PN PL PT PR QA RE RO RU RW BL ' +
  'SH KN LC MF PM VC WS SM ST SA SN RS SC SL SG SX SK SI SB SO ZA GS ES LK SD SR SJ SZ SE CH SY TW TJ TZ TH TL TG ' +
  'TK TO TT TN TR TM TC TV UG UA AE GB US UM UY UZ VU VE VN VG VI WF EH YE ZM ZW SS'
).split(' ')

/** The language codes of the root attribute `sFormLanguage`, as the schema lists them (not all of ISO 639-1, two are not of it). */
export const LANGUAGES = (
  'ab aa af ak sq am ar an hy as av ae ay az bm ba eu be bn bh bi bs br bg my ca ch ce ny zh cv kw co cr hr cs da dv ' +
  'nl dz en eo et ee fo fj fi fr ff gl gd gv ka de el kl gn gu ht ha he hz hi ho hu is io ig ia ie iu ik ga it ja jv ' +
  'kn kr ks kk km ki rw rn ky kv kg ko ku kj lo la lv li ln lt lu lg lb mk mg ms ml mt mi mr mh mo mn na nv ng nd ne ' +
  'no nb nn ii oc oj cu or om os pi ps fa pl pt pa qu rm ro ru se sm sg sa sr sh st tn sn sd si ss sk sl so nr es su ' +
  'sw sv tl ty tg ta tt te th bo ti to ts tr tk tw ug uk ur uz ve vi vo wa cy wo fy xh yi yo za zu'
).split(' ')
