export function labsVersion(): string;
