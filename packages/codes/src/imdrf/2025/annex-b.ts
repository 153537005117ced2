/** IMDRF annex B: code | parents | status | term. Written by tools/new-release.mjs. */
export const rows: string = `
B01|||Testing of Actual/Suspected Device
B02|||Testing of Device from Same Lot/Batch Retained by Manufacturer
B03|||Testing of Device from Same Lot/Batch Returned from User
B04|||Testing of Device from Other Lot/Batch Retained by Manufacturer
B05|||Testing of Device from Other Lot/Batch Returned From User
B06|||Testing of Model Variant
B07|||Testing of Raw/Starting Materials
B08||Retired|Testing of Patient Sample or Reference Material Using Manufacturer's Device
B09|||Testing of Patient Sample or Reference Material Using Reference Method
B10|||Testing of Patient Sample or Reference Material Using Competitor's Device
B11|||Historical Data Analysis
B12|||Trend Analysis
B13|||Communication/Interviews
B14|||Analysis of Production Records
B15|||Analysis of Information Provided by User/Third Party
B16|||Device Not Manufactured by Reporting Manufacturer
B17|||Device Not Returned
B18|||Device Discarded
B19|||Incomplete Device Returned
B20|||Device Not Accessible for Testing
B21|||Type of Investigation Not Yet Determined
B22|||Insufficient Information Available
B23|||Specimen Requested But Not Provided
B24|||Event History Log Review
B25|||Particulate Testing
B26||New|Testing of Patient Sample Using Manufacturer's Device
B27||New|Testing of Reference Material Using Manufacturer's Device
B28||New|Device Lost in Transit
B29||New|Device Data not Available for Required Analysis
B30||New|Analysis of Images
B31||New|Labelling Review
B32||New|Analysis of Service/Maintenance Records
`
