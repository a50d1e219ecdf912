/** Broken promises are hatched as well as coloured: told apart without colour, on paper too. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--surface-raised)" />
      <rect width="3.5" height="6" fill="var(--state-breached)" />
    </pattern>
  )
}
