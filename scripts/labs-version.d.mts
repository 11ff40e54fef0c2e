export function labVersion(id: string): string;
export function labVersions(): Record<string, string>;
