/** Filled by the plan's own components. */
export function PlanView() {
  return null;
}
