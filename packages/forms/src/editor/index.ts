export { answerFindings, editAnswer, editableLeaf, fieldOfFinding } from './edit.js'
export {
  type EditorField,
  type EditorForm,
  type EditorGroup,
  type EditorSection,
  editorForm,
} from './form.js'
