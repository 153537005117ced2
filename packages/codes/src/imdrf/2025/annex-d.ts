/** IMDRF annex D: code | parents | status | term. Written by tools/new-release.mjs. */
export const rows: string = `
D01|||Cause Traced to Device Design
D0101|D01||Design Inadequate for Purpose
D0102|D01||Human Factors Engineering - Device Difficult to Operate
D0103|D01||Human Factors Engineering - Device Difficult to Assemble
D0104|D01||Human Factors Engineering - Device Difficult to Reprocess
D0105|D01|Modified (editorial)|Cause Traced to Missing or Inadequate Safety Measures
D0106|D01||Design Change Validation Inadequate
D0107|D01||Inadequate Cybersecurity
D0108|D01||Inadequate Software Design.
D02|||Cause Traced to Component Failure
D03|||Cause Traced to Manufacturing
D0301|D03||Manufacturing Deficiency
D0302|D03||Quality Control Deficiency
D04|||Cause Traced to Transport/Storage
D05|||Cause Traced to Infrastructure
D06|||Cause Traced to Environment
D07|||Cause Traced to Maintenance
D08|||Cause Traced to Training
D09|||Cause Traced to Labeling
D10|||Cause Traced to Non-Device Related Factors
D1001|D10|Modified (technical)|Adverse Event Related to Patient Anatomy and/or Condition
D1002|D10||Adverse Event Related to Procedure
D1003|D10||Adverse Event Related to Commutability
D11|||Cause Traced to User
D1101|D11||Failure To Follow Instructions
D1102|D11||Unintended Use Error Caused or Contributed to Event
D1103|D11||Cause Traced to Intentional Off-Label, Unapproved, or Contraindicated Use
D1104|D11||Shelf Life/Expiration Date Exceeded
D1105|D11||End of Life Problem Identified
D1106|D11||Reuse of Single Use Device
D1107|D11||Sabotage or Intentional Misuse
D1108|D11||Reasonably Foreseeable Misuse
D12|||Known Inherent Risk of Device
D13|||Falsified Device
D14|||No Problem Detected
D1401|D14||Unable to exclude device problem
D1402|D14||Device problem excluded
D15|||Cause Not Established
D1501|D15||Cause Linked to Device but Unable to Trace More Specifically
D16|||Conclusion Not Yet Available
D17||Modified (editorial)|Appropriate Investigation Conclusion Term/Code Not Available
D18|||Cause Traced to Software Coding
D19|||Cause Traced to Artificial Intelligence Training/Validation Process
D20|||Cause Traced to Another Device
D21|||Cause Traced to Health Disparity
`
