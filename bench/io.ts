import { startBenchDeployment } from './bench-services.ts';
import { benchmarkImport } from './import-benchmark.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const deployment = await startBenchDeployment();
try {
  const figures = await benchmarkImport(deployment.services, rows);
  console.log(
    `import: ${figures.rows.toLocaleString('en')} rows (${Math.round(figures.bytes / rows)} bytes each) in ${figures.seconds.toFixed(1)} s = ${Math.round(figures.rowsPerSecond).toLocaleString('en')} rows/s, peak memory of the server ${Math.round(figures.peakMemoryMb)} MB`,
  );
} finally {
  await deployment.stop();
}
