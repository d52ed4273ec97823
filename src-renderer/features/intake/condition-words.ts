import type { IntakeQuestion } from '../../../src-preload/contract/intake'
import { takesChoice } from './form-edits'

/** When a question is asked, in words; null if always. */
export function conditionWords(question: IntakeQuestion, earlier: readonly IntakeQuestion[]): string | null {
  const { onlyIf } = question
  if (!onlyIf) return null
  const asked = earlier.find(({ key }) => key === onlyIf.key)
  const option = asked?.options.find(({ value }) => value === onlyIf.value)
  return asked && option
    ? `Only if ${asked.label} is ${option.label}`
    : 'Its condition is asked later or is gone'
}

/** Every condition a question may have, as `key=value`. */
export function offeredConditions(
  earlier: readonly IntakeQuestion[],
): readonly { readonly value: string; readonly label: string }[] {
  return earlier
    .filter(({ kind }) => takesChoice(kind))
    .flatMap(({ key, label, options }) =>
      options.map((option) => ({
        value: `${key}=${option.value}`,
        label: `Only if ${label} is ${option.label}`,
      })),
    )
}
