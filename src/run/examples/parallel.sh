#!/bin/sh
# One job over several hosts with GNU parallel: each runs every N-th map. They share nothing but
# /srv/maps, which all of them mount. Without hosts: all parts on this machine, one map at a time
# each.
#   sh parallel.sh maps.yaml 4 [host1,host2,…]
set -eu
job=$1
n=$2
parallel --halt soon,fail=0 ${3:+--sshlogin "$3"} \
    incmap run "$job" --jobs 1 --shard {}/"$n" ::: $(seq "$n")
