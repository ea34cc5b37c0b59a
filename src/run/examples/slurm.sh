#!/bin/sh
# One job as a Slurm array: sbatch slurm.sh /srv/maps/maps.yaml
#SBATCH --job-name=maps
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=00:30:00
#SBATCH --output=maps-%a.log
exec incmap run "$1" --jobs "${SLURM_CPUS_PER_TASK:-1}" \
    --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --log -
