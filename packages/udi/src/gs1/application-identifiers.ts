/**
 * The GS1 application identifiers as data: GS1 General Specifications section 3 and the associations of section
 * 4.13, in the state of the GS1 Barcode Syntax Dictionary of 2025, with the newer 717 and 8040 to 8043 as BWIPP has
 * them.
 *
 * `format`: components separated by spaces; a type (N digits, X character set 82, Y character set 39, Z base64url),
 * a length (`6` or `..20`), `?` where the component may be absent, then the rules of its content after dots.
 */
export interface AiRow {
  readonly ais: string
  readonly title: string
  readonly format: string
  /** Each entry: alternatives of which one must be there; `n` stands for any digit, `+` joins a set. */
  readonly needs?: readonly string[]
  /** Must not stand together with any of these. */
  readonly excludes?: string
  /** Primary key of a Digital Link; its text lists the qualifiers in order, `|` between alternative orders. */
  readonly key?: string
  /** False where a Digital Link must not carry it in the query. */
  readonly inQuery?: false
}

const ITEM = '01,02'
const ITEMS = '01,02,8006,8026'
const MADE = '01,02,03,8006,8026'
const LOGISTIC = '00'
const PERSON = '8017,8018'
const MEASURE = '30,31nn,32nn,35nn,36nn'
const DAY = 'N6.yymmd0'
const KEY13 = 'N13.csum.gcp'

const measures = (text: string, needs: string): AiRow[] =>
  text.split('|').map(entry => {
    const stem = entry.slice(0, 3)
    return {
      ais: `${stem}0-${stem}5`,
      title: entry.slice(4),
      format: 'N6',
      needs: [needs],
      excludes: `${stem}n`,
    }
  })

const rows = (ais: string, title: string, format: string, needs: string, excludes?: string): AiRow => ({
  ais,
  title,
  format,
  needs: [needs],
  ...(excludes !== undefined && { excludes }),
})

export const AI_ROWS: readonly AiRow[] = [
  { ais: '00', title: 'SSCC', format: 'N18.csum.gcp2', key: '' },
  { ais: '01', title: 'GTIN', format: 'N14.csum.gcp2', excludes: '255,37', key: '22,10,21|235' },
  { ais: '02', title: 'GTIN of contained items', format: 'N14.csum.gcp2', needs: ['37'], excludes: '01,03' },
  { ais: '03', title: 'made-to-order GTIN', format: 'N14.csum.gcp2', excludes: '01,02,37', inQuery: false },
  rows('10', 'lot', 'X..20', MADE),
  rows('11', 'production date', DAY, MADE),
  rows('12', 'due date', DAY, '8020'),
  rows('13', 'packaging date', DAY, MADE),
  rows('15', 'best-before date', DAY, MADE),
  rows('16', 'sell-by date', DAY, MADE),
  rows('17', 'expiry date', DAY, '01,02,03,255,8006,8026'),
  rows('20', 'product variant', 'N2', ITEMS),
  { ...rows('21', 'serial number', 'X..20', '01,03,8006', '235'), inQuery: false },
  { ...rows('22', 'consumer product variant', 'X..20', '01'), inQuery: false },
  { ...rows('235', 'third-party serial number', 'X..28', '01'), inQuery: false },
  rows('240', 'additional product identification', 'X..30', ITEMS),
  rows('241', 'customer part number', 'X..30', ITEMS),
  rows('242', 'made-to-order variation', 'N..6', ITEMS),
  rows('243', 'packaging component number', 'X..20', '01'),
  { ais: '250', title: 'secondary serial number', format: 'X..30', needs: ['01,8006', '21'] },
  rows('251', 'reference to source entity', 'X..30', '01,8006'),
  { ais: '253', title: 'document type identifier', format: `${KEY13} X..17?`, key: '' },
  { ...rows('254', 'location extension', 'X..20', '414'), inQuery: false },
  {
    ais: '255',
    title: 'coupon number',
    format: `${KEY13} N..12?`,
    excludes: '01,02,415,8006,8020,8026',
    key: '',
  },
  rows('30', 'variable count', 'N..8', ITEM),
  ...measures(
    '310 net weight, kg|311 length, m|312 width, m|313 height, m|314 area, m2|315 net volume, l|316 net volume, m3|320 net weight, lb|321 length, in|322 length, ft|323 length, yd|324 width, in|325 width, ft|326 width, yd|327 height, in|328 height, ft|329 height, yd',
    ITEM,
  ),
  ...measures(
    '330 gross weight, kg|331 logistic length, m|332 logistic width, m|333 logistic height, m|334 logistic area, m2|335 logistic volume, l|336 logistic volume, m3',
    '00,01',
  ),
  ...measures('337 kg per m2', '01'),
  ...measures(
    '340 gross weight, lb|341 logistic length, in|342 logistic length, ft|343 logistic length, yd|344 logistic width, in|345 logistic width, ft|346 logistic width, yd|347 logistic height, in|348 logistic height, ft|349 logistic height, yd',
    '00,01',
  ),
  ...measures('350 area, in2|351 area, ft2|352 area, yd2', ITEM),
  ...measures('353 logistic area, in2|354 logistic area, ft2|355 logistic area, yd2', '00,01'),
  ...measures('356 net weight, troy oz|357 net volume, oz|360 net volume, qt|361 net volume, gal', ITEM),
  ...measures('362 logistic volume, qt|363 logistic volume, gal', '00,01'),
  ...measures('364 net volume, in3|365 net volume, ft3|366 net volume, yd3', ITEM),
  ...measures('367 logistic volume, in3|368 logistic volume, ft3|369 logistic volume, yd3', '00,01'),
  { ais: '37', title: 'count of contained items', format: 'N..8', needs: ['00', '02,8026'] },
  rows('3900-3909', 'amount payable', 'N..15', '255,8020', '390n,391n,394n,8111'),
  rows('3910-3919', 'amount payable with currency', 'N3 N..15', '8020', '391n'),
  { ais: '3920-3929', title: 'price', format: 'N..15', needs: ['01', MEASURE], excludes: '392n,393n' },
  rows('3930-3939', 'price with currency', 'N3 N..15', MEASURE, '393n'),
  rows('3940-3943', 'coupon percentage', 'N4', '255', '394n,8111'),
  rows('3950-3955', 'price per unit of measure', 'N6', MEASURE, '392n,393n,395n,8005'),
  { ais: '400', title: 'order number', format: 'X..30' },
  { ais: '401', title: 'consignment number', format: 'X..30.gcp', key: '' },
  { ais: '402', title: 'shipment number', format: 'N17.csum.gcp', key: '' },
  rows('403', 'routing code', 'X..30', LOGISTIC),
  { ais: '410', title: 'ship-to location', format: KEY13 },
  { ais: '411', title: 'bill-to location', format: KEY13 },
  { ais: '412', title: 'purchased-from location', format: KEY13 },
  { ais: '413', title: 'ship-for location', format: KEY13 },
  { ais: '414', title: 'physical location', format: KEY13, key: '254|7040' },
  { ais: '415', title: 'invoicing party', format: KEY13, needs: ['8020'], key: '8020' },
  { ais: '416', title: 'production location', format: KEY13 },
  { ais: '417', title: 'party', format: KEY13, key: '7040' },
  { ais: '420', title: 'ship-to postal code', format: 'X..20', excludes: '421' },
  { ais: '421', title: 'ship-to country and postal code', format: 'N3.country X..9', excludes: '4307' },
  rows('422', 'country of origin', 'N3.country', ITEMS, '426'),
  rows(
    '423',
    'country of initial processing',
    'N3.country N3?.country N3?.country N3?.country N3?.country',
    ITEM,
    '426',
  ),
  rows('424', 'country of processing', 'N3.country', ITEM, '426'),
  rows(
    '425',
    'country of disassembly',
    'N3.country N3?.country N3?.country N3?.country N3?.country',
    ITEM,
    '426',
  ),
  rows('426', 'country of full processing', 'N3.country', ITEM),
  { ais: '427', title: 'subdivision of origin', format: 'X..3', needs: [ITEM, '422'] },
  rows('4300-4301', 'ship-to name', 'X..35.pcenc', LOGISTIC),
  rows('4302', 'ship-to address', 'X..70.pcenc', LOGISTIC),
  rows('4303', 'ship-to address, second line', 'X..70.pcenc', '4302'),
  rows('4304-4306', 'ship-to place', 'X..70.pcenc', LOGISTIC),
  rows('4307', 'ship-to country', 'X2.country2', LOGISTIC),
  rows('4308', 'ship-to telephone', 'X..30', LOGISTIC),
  rows('4309', 'ship-to position', 'N10.latitude N10.longitude', LOGISTIC),
  rows('4310-4311', 'return-to name', 'X..35.pcenc', LOGISTIC),
  rows('4312', 'return-to address', 'X..70.pcenc', LOGISTIC),
  rows('4313', 'return-to address, second line', 'X..70.pcenc', '4312'),
  rows('4314-4316', 'return-to place', 'X..70.pcenc', LOGISTIC),
  rows('4317', 'return-to country', 'X2.country2', LOGISTIC),
  rows('4318', 'return-to postal code', 'X..20', LOGISTIC),
  rows('4319', 'return-to telephone', 'X..30', LOGISTIC),
  rows('4320', 'service description', 'X..35.pcenc', LOGISTIC),
  rows('4321-4323', 'delivery flag', 'N1.yesno', LOGISTIC),
  rows('4324-4325', 'delivery time', 'N6.yymmd0 N4.hhmi', LOGISTIC),
  rows('4326', 'release date', 'N6.yymmdd', LOGISTIC),
  rows('4330', 'highest temperature, F', 'N6 X1?.hyphen', LOGISTIC, '4331'),
  rows('4331', 'highest temperature, C', 'N6 X1?.hyphen', LOGISTIC, '4330'),
  rows('4332', 'lowest temperature, F', 'N6 X1?.hyphen', LOGISTIC, '4333'),
  rows('4333', 'lowest temperature, C', 'N6 X1?.hyphen', LOGISTIC, '4332'),
  rows('7001', 'NATO stock number', 'N13', ITEMS),
  rows('7002', 'meat cut', 'X..30', ITEM),
  rows('7003', 'expiry date and time', 'N6.yymmdd N4.hhmi', ITEM),
  { ais: '7004', title: 'active potency', format: 'N..4', needs: ['01', '10'] },
  rows('7005', 'catch area', 'X..12', ITEM),
  rows('7006', 'first freeze date', 'N6.yymmdd', ITEM),
  rows('7007', 'harvest date', 'N6.yymmdd N6?.yymmdd', ITEM),
  rows('7008', 'aquatic species', 'X..3', ITEM),
  rows('7009', 'fishing gear', 'X..10', ITEM),
  rows('7010', 'production method', 'X..2', ITEM),
  rows('7011', 'test-by date', 'N6.yymmdd N4?.hhmi', ITEM),
  { ais: '7020', title: 'refurbishment lot', format: 'X..20', needs: ['01,8006', '416'] },
  rows('7021', 'functional status', 'X..20', '01,8006'),
  rows('7022', 'revision status', 'X..20', '7021'),
  { ais: '7023', title: 'asset of an assembly', format: 'X..30.gcp' },
  rows('7030-7039', 'processor', 'N3.country999 X..27', ITEM),
  { ais: '7040', title: 'extended unique identification', format: 'N1 X1 X1 X1.importer', inQuery: false },
  rows('7041', 'freight unit type', 'X..4', LOGISTIC),
  rows('710', 'national number, Germany (PZN)', 'X..20', '01'),
  rows('711', 'national number, France (CIP)', 'X..20', '01'),
  rows('712', 'national number, Spain (CN)', 'X..20', '01'),
  rows('713', 'national number, Brazil (DRN)', 'X..20', '01'),
  rows('714', 'national number, Portugal (AIM)', 'X..20', '01'),
  rows('715', 'national number, USA (NDC)', 'X..20', '01'),
  rows('716', 'national number, Italy (AIC)', 'X..20', '01'),
  rows('717', 'national number, seventh scheme', 'X..20', '01'),
  rows('7230-7239', 'certification reference', 'X2 X..28', '01,8004'),
  rows('7240', 'protocol', 'X..20', '01,8006'),
  rows('7241', 'carrier media type', 'N2.media', PERSON),
  rows('7242', 'version control number', 'X..25', PERSON),
  rows('7250', 'date of birth', 'N8.yyyymmdd', '8018', '7251'),
  rows('7251', 'date and time of birth', 'N8.yyyymmdd N4.hhmi', '8018', '7250'),
  rows('7252', 'biological sex', 'N1.sex', '8018'),
  rows('7253-7254', 'name of a person', 'X..40.pcenc', PERSON, '7256,7259'),
  rows('7255', 'name suffix', 'X..10', PERSON, '7256,7259'),
  rows('7256', 'full name', 'X..90.pcenc', PERSON),
  rows('7257', 'address of a person', 'X..70.pcenc', '8018'),
  rows('7258', 'birth sequence', 'X3.sequence', '8018+7259'),
  rows('7259', 'baby of', 'X..40.pcenc', '8018', '7256'),
  rows('8001', 'roll dimensions', 'N4.nonzero N5.nonzero N3.nonzero N1.winding N1', '01'),
  { ais: '8002', title: 'mobile telephone identifier', format: 'X..20' },
  { ais: '8003', title: 'returnable asset', format: `N1.zero ${KEY13} X..16?`, key: '' },
  { ais: '8004', title: 'individual asset', format: 'X..30.gcp', key: '7040' },
  rows('8005', 'price per unit', 'N6', ITEM),
  {
    ais: '8006',
    title: 'trade item piece',
    format: 'N14.csum.gcp2 N4.piece',
    excludes: '01,37',
    key: '22,10,21',
  },
  rows('8007', 'IBAN', 'X..34.iban', '415'),
  rows('8008', 'production date and time', 'N6.yymmdd N2.hh N2?.mi N2?.ss', ITEM),
  rows('8009', 'sensor indicator', 'X..50', '00,01'),
  { ais: '8010', title: 'component or part', format: 'Y..30.gcp', key: '8011' },
  { ...rows('8011', 'component or part serial number', 'N..12.nozeroprefix', '8010'), inQuery: false },
  rows('8012', 'software version', 'X..20', '01,8006'),
  { ais: '8013', title: 'global model number', format: 'X..25.csumalpha.gcp', key: '' },
  { ...rows('8014', 'master UDI-DI', 'X..25.csumalpha.gcp.hasnondigit', '01'), inQuery: false },
  { ais: '8017', title: 'service relation, provider', format: 'N18.csum.gcp', excludes: '8018', key: '8019' },
  {
    ais: '8018',
    title: 'service relation, recipient',
    format: 'N18.csum.gcp',
    excludes: '8017',
    key: '8019',
  },
  { ...rows('8019', 'service relation instance', 'N..10', PERSON), inQuery: false },
  { ...rows('8020', 'payment slip reference', 'X..25', '415'), inQuery: false },
  {
    ais: '8026',
    title: 'piece of contained items',
    format: 'N14.csum.gcp2 N4.piece',
    needs: ['37'],
    excludes: '02,8006',
  },
  rows('8030', 'digital signature', 'Z..90', '00,01+21,253,255,8003,8004,8006+21,8010+8011,8017,8018'),
  { ...rows('8040', 'IMEI', 'N15', '01+21'), inQuery: false },
  { ...rows('8041', 'second IMEI', 'N15', '01+21+8040'), inQuery: false },
  { ...rows('8042', 'embedded SIM identifier', 'N32', '01+21+8040'), inQuery: false },
  { ...rows('8043', 'SIM identifier', 'N18 N..2?', '01+21+8040'), inQuery: false },
  { ais: '8110', title: 'coupon code', format: 'X..70' },
  rows('8111', 'loyalty points', 'N4', '255'),
  { ais: '8112', title: 'positive offer file coupon', format: 'X..70' },
  { ...rows('8200', 'product web address', 'X..70', '01'), inQuery: false },
  { ais: '90', title: 'information agreed between partners', format: 'X..30' },
  { ais: '91-99', title: 'internal company information', format: 'X..90' },
]
