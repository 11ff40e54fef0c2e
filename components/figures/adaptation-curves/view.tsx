export { PointChart as Chart } from '@/components/charts/point-chart';
