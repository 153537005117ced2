/** What a check needs to know of UDIs. Each answer is the fault in one sentence, or undefined if there is none. */
export interface UdiChecker {
  udiDi(text: string): string | undefined
  basicUdiDi(text: string): string | undefined
}
