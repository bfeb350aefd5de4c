import { Outlet } from '@tanstack/react-router';
export function ProjectScreen() {
  return <Outlet />;
}
