/** IMDRF annex F: code | parents | status | term. Written by tools/new-release.mjs. */
export const rows: string = `
F01|||Change in Therapeutic Response
F0101|F01||Therapeutic Response Decreased
F0102|F01||Therapeutic Response Increased
F0103|F01||Unexpected Therapeutic Effects
F02|||Death
F0201|F02||Intrauterine Fetal Death
F03|||Brain Death
F04|||Delay to Diagnosis
F05|||Delay to Treatment/ Therapy
F06|||Disruption of Subsequent Medical Procedure
F07|||Exacerbation of Existing Condition
F08|||Hospitalization or Prolonged Hospitalization
F0801|F08||Intensive Care
F0802|F08|New|Emergency Hospital Transfer
F09|||Fetal Harm
F10||Modified (technical)|Inadequate/Inappropriate Treatment or Diagnostic Exposure
F1001|F10||Absence of Treatment
F1002|F10||Incompatible Blood Transfusion
F1003|F10||Missed Dose
F1004|F10||Underdose
F100401|F1004||Radiation Underdose
F1005|F10||Overdose
F100501|F1005||Radiation Overdose
F1006|F10|Retired|Inadequate Treatment/Disease Progression
F1007|F10||Exposure to Contaminated Device/Risk of Infection
F1008|F10|Modified (editorial)|Accidental Exposure to Substance
F1009|F10|New|Inappropriate Treatment
F1010|F10|New|Inadequate Treatment
F11||Modified (technical)|Non-Serious Injury/Illness/Impairment
F12|||Serious Injury/ Illness/ Impairment
F1201|F12||Chronic Disease
F1202|F12||Disability
F1203|F12||Life Threatening Illness or Injury
F1204|F12||Permanent Impairment
F1205|F12||Temporary Impairment
F13|||Misdiagnosis/ Misclassification
F14|||Prolonged Episode of Care
F15|||Recognised Device or Procedural Complication
F16|||Reduction in Life Expectancy
F17|||Sedation
F18|||Rehabilitation
F19|||Surgical Intervention
F1901|F19||Additional Surgery
F1902|F19||Amputation
F1903|F19||Device Explantation
F1904|F19||Device Repositioning
F1905|F19||Device Revision or Replacement
F1906|F19||Modified Surgical Procedure
F1907|F19||More Complex Surgery
F1908|F19|Modified (editorial)|Prolonged Surgery
F1909|F19||Surgical Procedure Delayed
F1910|F19|Modified (editorial)|Cancelled/Aborted Surgical Procedure
F20|||Serious Public Health Threat
F21|||Unexpected Deterioration
F22|||Unexpected Diagnostic Intervention
F2201|F22||Biopsy
F2202|F22||Endoscopic Diagnostic Procedure
F2203|F22||Imaging Required
F2204|F22||IVD Testing
F23|||Unexpected Medical Intervention
F2301|F23||Additional Device Required
F2302|F23||Blood Transfusion
F2303|F23|Modified (editorial)|Medication Required
F2304|F23||Prophylactic Treatment
F2305|F23||Radiation Therapy
F2306|F23||Resuscitation
F2307|F23||Reprogramming of Device
F2308|F23||Medical treatment under anaesthesia
F2309|F23|New|Ventilation
F24||Modified (editorial)|Insufficient Health Impact Information
F25|||Unanticipated Adverse Device Effect
F26|||No Health Consequences or Impact
F2601|F26||Problem identified before clinical use/exposure
F27|||Problem identified during non-clinical procedure.
F28||Modified (editorial)|Appropriate Health Impact Term/Code Not Available
F29|||Death not related to reported adverse event
F30||New|Disease Progression
F31||New|Cancelled/Aborted Treatment/Therapy
`
