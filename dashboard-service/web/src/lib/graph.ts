import type { FleetMember } from "./types";

/** Wide enough to compare, never so wide that it hides something. */
export function edgeWidth(value: number | undefined, most: number): number {
  return value === undefined || most <= 0 ? 1 : 1 + 7 * Math.sqrt(Math.max(0, value) / most);
}

/** Instances of one service that differ: half of a deployment, or one that was forgotten. */
export function mixed(members: FleetMember[]): string[] {
  const alive = members.filter((member) => member.state === "alive");
  return [...new Set(alive.map((member) => member.service))].flatMap((service) => {
    const own = alive.filter((member) => member.service === service);
    const versions = [...new Set(own.map((member) => member.version))];
    const topologies = [...new Set(own.flatMap((member) => member.topology_version ?? []))];
    return [
      ...(versions.length > 1 ? [`${service} runs in versions ${versions.join(" and ")}`] : []),
      ...(topologies.length > 1 ? [`${service} runs topologies ${topologies.join(" and ")}`] : []),
    ];
  });
}
